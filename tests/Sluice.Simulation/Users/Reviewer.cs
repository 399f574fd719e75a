using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>
/// Whoever answers what the engine asks about single records, as one who looks now and then and knows who is who.
/// </summary>
internal sealed class Reviewer(World world, Chance chance)
{
    // While everything heals, whatever is asked again and again is left alone some time.
    private const int Patience = 3;
    private static readonly string[] Aims = [nameof(IStore.LastCompleteAsync), nameof(IStore.GoneAsync)];
    private readonly Answers _answers = new(world, chance);
    private readonly Partings _partings = new(world, chance);
    private readonly Wishes _wishes = new(world);
    private readonly Dictionary<(string Pairing, Side Side, string Key, string Field), int> _times = [];
    private readonly HashSet<(string Pairing, Side Side, string Key)> _left = [];
    private readonly HashSet<(Person Person, string Field, string? Value)> _against = [];

    /// <summary>How many decisions were left.</summary>
    public int Decisions { get; private set; }

    /// <summary>The first write between two records that are told apart.</summary>
    public string? Wrong => _partings.Wrong;

    /// <summary>Whether processes are made to die at a place that is passed only for such an answer.</summary>
    public static bool Passes(string aim) => Aims.Any(method => aim.EndsWith($" {method}", StringComparison.Ordinal));

    /// <summary>Leaves what is decided about single records.</summary>
    public async Task DecideAsync(DecisionDesk desk)
    {
        if (world.Faults.AreOn)
            _times.Clear();
        foreach (var item in world.Store.OpenItemsAsync(null).Value())
            if (item.Kind == OpenKind.Review && chance.Happens(world.Faults.AreOn ? 0.3 : 0.5)
                && _answers.To(item) is { } decision && IsPatient(item))
                await LeaveAsync(desk, decision);
        if (_partings.Decide() is { } parting)
            await LeaveAsync(desk, parting);
    }

    /// <summary>The engine stored something.</summary>
    public void Stored(object?[]? args)
    {
        _partings.Stored(args);
        if (args is [DecisionCommit { IsApplied: true } commit])
            foreach (var effect in commit.Effects)
                Applied(effect);
        else if (args is [NewLink linked])
            Linked(linked.Link);
    }

    /// <summary>A user takes a record away.</summary>
    public void Lost(Person person, string system)
    {
        _wishes.Lost(person, system);
        foreach (var field in person.Taken.Keys.Where(field => IsOpen(person, field, system)).ToList())
            person.Taken[field] = null;
    }

    /// <summary>Whether a person said that this stays on its own, and it got no counterpart since.</summary>
    public bool WasLeft(OpenItem item) =>
        item.Cause is OpenCause.Gone or OpenCause.Parted && _left.Contains((item.Pairing, item.Side, item.Key));

    // Some ask first what a decision would come to, as the verbs do; others leave what was true when they looked.
    private async Task LeaveAsync(DecisionDesk desk, PersonDecision decision)
    {
        if (chance.Happens(0.5) && !(await desk.JudgeAsync(decision)).IsApplied)
            return;

        Decisions++;
        world.Diary.Note($"a person decides: {decision.Subject}");
        _wishes.Left(decision);
        await desk.LeaveAsync(decision);
    }

    private bool IsPatient(OpenItem item)
    {
        var question = (item.Pairing, item.Side, item.Key, item.Field);
        _times[question] = _times.GetValueOrDefault(question) + 1;
        return _times[question] <= Patience;
    }

    private void Applied(DecisionEffect effect)
    {
        _partings.Applied(effect);
        if (effect is RecordRuled or ValueTaken or PairLinked)
            world.Faults.Count(Fault.DecidedRecord);
        if (effect is RecordRuled { Ruling: Ruling.Create } again)
            Again(_answers.Of(again.Pairing, again.Side, again.Key), again);
        else if (effect is RecordRuled left)
            Leave(_answers.Of(left.Pairing, left.Side, left.Key), left);
        else if (effect is PairLinked linked)
            Linked(linked.Link.Link);
        else if (effect is ValueTaken { Entry: var entry } taken)
            Take(
                _answers.Of(entry.Pairing, taken.Side, taken.Side == Side.Left ? entry.LeftKey : entry.RightKey),
                entry);
    }

    // What was said of a record on its own ends when it gets a counterpart.
    private void Linked(Link link)
    {
        _left.ExceptWith([(link.Pairing, Side.Left, link.LeftKey), (link.Pairing, Side.Right, link.RightKey)]);
        _wishes.Linked(link);
    }

    // A third value that has not been met yet may win over both; and what was taken may have gone by way of others
    // before that.
    private void Take(Person person, HistoryEntry entry)
    {
        var pairing = world.Pairings.Single(known => known.Descriptor.Name == entry.Pairing).Descriptor;
        var (winner, value) = (entry.Written.Other(), entry.New.ToString());
        var key = winner == Side.Left ? entry.LeftKey : entry.RightKey;
        var records = world.RecordsOf(person);
        var shown = records.Select(record => Same.Of(entry.Field, record.Row[entry.Field])).ToHashSet();
        var two = new[] { Same.Of(entry.Field, entry.Old.ToString()), Same.Of(entry.Field, value) };
        var stands = records.Any(record => record.System.Is(pairing[winner]) && record.Key == key
            && Same.Of(entry.Field, record.Row[entry.Field]) == two[1]);
        var isSure = stands && (shown.IsSubsetOf(two)
            || new Routes(world).HaveMet(entry.Field, records, but: entry.Pairing));
        person.Takes(entry.Field, value, isSure);
        _against.Add((person, entry.Field, two[0]));
        world.Diary.Note($"person {person.Id} has '{value}' as {entry.Field}{(isSure ? "" : ", or something else")}");
    }

    // What is asked about a third value goes with the record that it is asked about. Made again, that has what the
    // other shows of whom it was wanted first, and between the two the policy decides.
    private bool IsOpen(Person person, string field, string without) => world.RecordsOf(person)
        .Where(record => record.System.Name != without).Select(record => Same.Of(field, record.Row[field]))
        .Except(person.SaidSince(field).Concat(person.Taken[field] ?? []))
        .Any(value => !_against.Contains((person, field, value)));

    private void Leave(Person person, RecordRuled ruled)
    {
        person.IsLeft = true;
        _left.Add((ruled.Pairing, ruled.Side, ruled.Key));
        _wishes.TakeBack(ruled);
    }

    // Where a pairing makes nobody, or has no name for whom it makes, what is there is linked and none is wanted anew:
    // a record that nothing matches was asked about, and stays on its own.
    private void Again(Person person, RecordRuled ruled)
    {
        _left.Remove((ruled.Pairing, ruled.Side, ruled.Key));
        var pairing = world.Pairings.Single(pairing => pairing.Descriptor.Name == ruled.Pairing).Descriptor;
        var made = pairing[ruled.Side.Other()];
        var isMade = made.Creation != Creation.Never && pairing.Fields.Any(field => field.Name == "name");
        if (isMade && !_wishes.Again(person, ruled))
            return;

        person.IsLeft |= !isMade;
        person.GoneIn.Remove(ruled.Pairing);
        world.Diary.Note($"person {person.Id} is wanted in {made.System} again by {ruled.Pairing}");
    }
}
