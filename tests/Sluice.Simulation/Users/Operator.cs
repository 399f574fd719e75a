using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>
/// Whoever looks after the engine, as long as not everything is well: confines a run to one pairing, one record or a
/// few writes, lets pairings pause for a while, and has people forgotten who ask for it.
/// </summary>
internal sealed class Operator(World world, Chance chance)
{
    private readonly HashSet<string> _erased = new(StringComparer.Ordinal);
    private PersonDecision? _asked;

    /// <summary>The first write to a record of somebody who was forgotten.</summary>
    public string? Wrong { get; private set; }

    /// <summary>What the next run is confined to.</summary>
    public CycleScope Scope()
    {
        if (!world.Faults.AreOn || !chance.Happens(0.4))
            return CycleScope.Whole;

        var scope = new CycleScope
        {
            Pairing = chance.Happens(0.6) ? chance.Of(world.Pairings).Descriptor.Name : null,
            Key = chance.Happens(0.4) && Records().ToList() is [_, ..] records ? chance.Of(records).Key : null,
            Limit = chance.Happens(0.4) ? chance.Between(1, 3) : null,
        };
        if (!scope.IsWhole)
            world.Faults.Count(Fault.ConfinedRun);
        return scope;
    }

    /// <summary>Leaves what is decided: who is forgotten, and which pairings pause or go on.</summary>
    public async Task DecideAsync(DecisionDesk desk)
    {
        // It counts as done only when it is: whoever leaves it may die of it, or sleep over the next.
        if (_asked is { } asked && (!world.Faults.AreOn || chance.Happens(0.5)))
        {
            await desk.LeaveAsync(asked);
            if (ReferenceEquals(_asked, asked))
                _asked = null;
        }

        if (world.Faults.AreOn)
            await PauseAsync(desk);
        else if (world.Store.PausedAsync().Value().Count > 0)
            await desk.LeaveAsync(new PersonDecision(DecisionKind.Resume));
    }

    /// <summary>Somebody whose records are all known for what they are may ask to be forgotten.</summary>
    public void Hear()
    {
        if (chance.Happens(0.5)
            || Records().Where(record => MayAsk(record.Table, record.Key, record.Row)).ToList() is not [_, ..] records)
            return;

        var (table, key, row) = chance.Of(records);
        var person = world.Registry.Find(row.Person);
        person.Erased.UnionWith(Of(person).Select(record => record.Key));
        _asked = new(DecisionKind.Forget) { System = table.Name, Entity = table.Entity, Key = key };
        world.Faults.Count(Fault.ForgottenPerson);
        world.Diary.Note($"person {person.Id} asks to be forgotten: {string.Join(", ", person.Erased)}");
    }

    /// <summary>The engine stored something.</summary>
    public void Stored(object?[]? args)
    {
        if (args is [DecisionCommit { IsApplied: true } commit])
            foreach (var forgotten in commit.Effects.OfType<RecordForgotten>())
                _erased.UnionWith(
                    world.Registry.People.Single(person => person.Erased.Contains(forgotten.Record.Key)).Erased);
        else if (args is [NewLink { Link: { State: LinkState.Live } link }])
            Made(link);
    }

    /// <summary>The engine writes. What a process that was held up still sends, it had begun before.</summary>
    public void Sent(Life life, Call call)
    {
        if (life == world.Life && call.Key is { } key && _erased.Contains(key))
            Wrong ??= $"{key} was forgotten, and is written: {call.Kind} {call.Body}";
    }

    // As long as what somebody asked for is not decided, they are one like any other: what is linked is forgotten, too.
    private void Made(Link link)
    {
        foreach (var person in world.Registry.People)
            if ((person.Erased.Contains(link.LeftKey) || person.Erased.Contains(link.RightKey))
                && !_erased.Overlaps(person.Erased))
                person.Erased.UnionWith([link.LeftKey, link.RightKey]);
    }

    private async Task PauseAsync(DecisionDesk desk)
    {
        if (!chance.Happens(0.15))
            return;

        var name = chance.Of(world.Pairings.Where(MayPause).ToList()).Descriptor.Name;
        var pauses = !world.Store.PausedAsync().Value().Contains(name);
        if (pauses)
            world.Faults.Count(Fault.PausedPairing);
        await desk.LeaveAsync(new PersonDecision(pauses ? DecisionKind.Pause : DecisionKind.Resume) { Pairing = name });
    }

    // Whoever pauses what others know their records by means them to go on without it (decision 70).
    private bool MayPause(Pairing pairing) =>
        world.Matching != Matching.ByWayOfGamma || pairing.Descriptor.Rules.Count == 0;

    private bool MayAsk(SimulatedTable table, string key, Row row)
    {
        var person = world.Registry.Find(row.Person);
        return person is { IsTeam: false, IsAmbiguous: false, IsUnsure: false, IsUndecidable: false, IsWhole: true }
            && person.Erased.Count == 0
            && world.Store.SameThingAsync(new(new(table.Name, table.Entity), key)).Value() is { } things
            && Of(person).All(record => things.Contains(new(new(record.Table.Name, record.Table.Entity), record.Key)));
    }

    private IEnumerable<(SimulatedTable Table, string Key, Row Row)> Of(Person person) =>
        Records().Where(record => record.Row.Person == person.Id);

    private IEnumerable<(SimulatedTable Table, string Key, Row Row)> Records() =>
        from table in world.Tables
        from record in table.Live
        select (table, record.Key, record.Value);
}
