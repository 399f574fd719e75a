using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>What somebody said is made again, as long as nothing was, and what they knew when they said so.</summary>
internal sealed class Wishes(World world)
{
    private readonly Dictionary<(string Pairing, Side Side, string Key), IReadOnlySet<string>> _known = [];
    private readonly Dictionary<(string Pairing, Side Side, string Key), (Person Person, string System)> _open = [];

    /// <summary>A decision is left: what was not known to be gone by then it is not about.</summary>
    public void Left(PersonDecision decision)
    {
        if (decision.Kind == DecisionKind.Again
            && Entity(decision.Pairing!, decision.Side.Other()) is var entity)
            _known.TryAdd(
                (decision.Pairing!, decision.Side, decision.Key!),
                Gone(entity, world.Registry.People.SelectMany(person => person.Lost)
                    .Where(lost => lost.Entity == entity)));
    }

    /// <summary>What is gone is wanted again, unless another went of which nobody knew.</summary>
    /// <returns>Whether it is.</returns>
    public bool Again(Person person, RecordRuled ruled)
    {
        var question = (ruled.Pairing, ruled.Side, ruled.Key);
        var entity = Entity(ruled.Pairing, ruled.Side.Other());
        var lineage = world.Store.LineageAsync(new(Entity(ruled.Pairing, ruled.Side), ruled.Key)).Value();
        var lost = lineage.Where(record => record.Entity == entity).Intersect(person.Lost).ToList();
        _known.Remove(question, out var known);
        if (Gone(entity, lost).Count < lost.Count)
            return false;

        _open[question] = (person, entity.System);
        if (person.WantIn(entity.System))
            person.GoneIn.UnionWith(world.Pairings.Select(pairing => pairing.Descriptor)
                .Where(pairing => pairing.Left.System == entity.System || pairing.Right.System == entity.System)
                .Select(pairing => pairing.Name));

        // What became known between the two may be made or asked about.
        if (!lost.All(record => known?.Contains(record.Key) == true))
            person.Unwant(entity.System, isSure: false);
        return true;
    }

    /// <summary>It stays on its own after all, unless it is wanted elsewhere, or was made meanwhile.</summary>
    public void TakeBack(RecordRuled ruled)
    {
        if (!_open.Remove((ruled.Pairing, ruled.Side, ruled.Key), out var wish) || _open.ContainsValue(wish)
            || world.RecordsOf(wish.Person).Any(record => record.System.Name == wish.System))
            return;

        wish.Person.GoneIn.Add(ruled.Pairing);
        wish.Person.Unwant(wish.System, isSure: !IsUnderWay(wish.Person, wish.System));
    }

    /// <summary>A record has a counterpart, unless that is one which was gone by then and still listed.</summary>
    public void Linked(Link link)
    {
        Met((link.Pairing, Side.Left, link.LeftKey), link.RightKey);
        Met((link.Pairing, Side.Right, link.RightKey), link.LeftKey);
    }

    /// <summary>What was wanted is not any more: it went again.</summary>
    public void Lost(Person person, string system)
    {
        foreach (var (question, _) in _open.Where(open => open.Value == (person, system)).ToList())
            _open.Remove(question);
    }

    private void Met((string Pairing, Side Side, string Key) question, string key)
    {
        if (_open.TryGetValue(question, out var wish)
            && world.RecordsOf(wish.Person).Any(record => record.System.Name == wish.System && record.Key == key))
            _open.Remove(question);
    }

    private EntityName Entity(string pairing, Side side) =>
        world.Pairings.Single(known => known.Descriptor.Name == pairing).Descriptor[side].Name;

    private IReadOnlySet<string> Gone(EntityName entity, IEnumerable<RecordId> records) =>
        world.Store.GoneAsync(entity, [.. records.Select(record => record.Key)]).Value();

    private bool IsUnderWay(Person person, string system) => world.Store.OpenIntentsAsync(null).Value().Any(create =>
        create.TargetKey is null && Entity(create.Pairing, create.Side).System == system
        && new RecordId(Entity(create.Pairing, create.Side.Other()), create.OriginKey) is var origin
        && (person.Lost.Contains(origin) || world.RecordsOf(person).Any(record =>
            record.System.Name == origin.Entity.System && record.Key == origin.Key)));
}
