namespace Sluice.Simulation;

/// <summary>
/// Somebody real, or a team, whose records the systems hold: what no system knows and the checks go by.
/// </summary>
internal sealed class Person(int id)
{
    private readonly Dictionary<(string Field, string System), string?> _before = [];
    private readonly Dictionary<(string Field, string System, string? Value), int> _times = [];
    private readonly Dictionary<(string Field, string System), DateTimeOffset> _saidAt = [];
    private readonly Dictionary<string, IReadOnlyList<HashSet<string>>> _wantedFrom = new(StringComparer.Ordinal);

    public int Id { get; } = id;

    /// <summary>Whether it is a team.</summary>
    public bool IsTeam { get; init; }

    /// <summary>Whether the systems hold records of which only a person can say whose they are.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Whether several records were made by hand before the engine ever ran.</summary>
    public bool IsTwin { get; init; }

    /// <summary>
    /// Fields on which the records differed before the engine ever compared them: only a person can say.
    /// </summary>
    public HashSet<string> Disputed { get; } = [];

    /// <summary>
    /// What was taken for fields on which the records differ, until they agree; null where something else may win, too.
    /// </summary>
    public Dictionary<string, HashSet<string?>?> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether a pairing has a reason to ask: for it a record is still gone, or two are told apart.
    /// </summary>
    public bool IsAskedIn(string pairing) =>
        GoneIn.Contains(pairing) || PartedIn.Any(parted => parted.Pairing == pairing);

    /// <summary>Systems in which a user deleted the record.</summary>
    public HashSet<string> DeletedIn { get; } = [];

    /// <summary>Systems in which a user made the record a part of somebody else's.</summary>
    public HashSet<string> MergedIn { get; } = [];

    /// <summary>Records that users deleted, or made a part of somebody else's.</summary>
    public HashSet<RecordId> Lost { get; } = [];

    /// <summary>The records that were to be forgotten; empty where nobody asked for that.</summary>
    public HashSet<string> Erased { get; } = new(StringComparer.Ordinal);

    /// <summary>Systems in which the engine deleted the record, for one that a user deleted.</summary>
    public HashSet<string> WentIn { get; } = [];

    /// <summary>Whether users took none of the records away, but those that are wanted again.</summary>
    public bool IsWhole => DeletedIn.Count == 0 && MergedIn.Count == 0 && WentIn.Count == 0;

    /// <summary>Whether somebody said that what is gone is made again.</summary>
    public bool IsRevived { get; private set; }

    /// <summary>
    /// Whether that was in this phase: what users had said in the record that went is not known any more.
    /// </summary>
    public bool IsRevivedNow { get; private set; }

    /// <summary>Whether somebody answered so that a record stays on its own.</summary>
    public bool IsLeft { get; set; }

    /// <summary>
    /// Pairings that may still hold a record for one that is gone, when another was told that it is made again.
    /// </summary>
    public HashSet<string> GoneIn { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// A user edited a record of ours before we could learn of it, in a system that does not tell whose it is: which it
    /// is may be a person's to say, but it is never made a second time.
    /// </summary>
    public bool IsUnsure { get; set; }

    /// <summary>
    /// A user deleted a record of ours before we could learn of it: whether it was ever made cannot be told (F45).
    /// </summary>
    public bool IsUndecidable { get; set; }

    /// <summary>What users last said in this phase, by field and system.</summary>
    public Dictionary<(string Field, string System), string?> Said { get; } = [];

    /// <summary>
    /// What users had said before a write took the place of what they said last, which nobody can have seen.
    /// </summary>
    public List<(string Field, string System, string? Value)> Unseen { get; } = [];

    /// <summary>
    /// What the systems showed at the end of the phase before, in which group of records between which values can go,
    /// and whether a blank there is a value that somebody took away; empty where there was none.
    /// </summary>
    public Dictionary<(string Field, string System), (string? Value, int Group, bool IsCleared)> Settled { get; } = [];

    /// <summary>Pairings in which two of the records were told apart.</summary>
    public HashSet<(string Pairing, string Left, string Right)> PartedIn { get; } = [];

    /// <summary>Whether that was in this phase: what was said in one may have reached the other before.</summary>
    public bool IsPartedNow { get; set; }

    private HashSet<string>[] Absences => [DeletedIn, MergedIn, WentIn];

    public void Says(string system, string field, string? value, DateTimeOffset at)
    {
        _saidAt[(field, system)] = at;
        if (Said.TryGetValue((field, system), out var before))
            _before[(field, system)] = before;
        var same = Said[(field, system)] = Same.Of(field, value);
        _times[(field, system, same)] = _times.GetValueOrDefault((field, system, same)) + 1;
    }

    /// <summary>
    /// Whether users gave a field of a system a value more than once, and so may have put back what a write of ours had
    /// found there: nothing, or a team. All other values are new ones.
    /// </summary>
    public bool IsPutBack(string system, string field, string? value) =>
        _times.GetValueOrDefault((field, system, Same.Of(field, value))) > 1;

    /// <summary>When users last said something in a system.</summary>
    public DateTimeOffset? SaidAt(string system, string field) =>
        _saidAt.TryGetValue((field, system), out var at) ? at : null;

    /// <summary>What users last said of a field in this phase, but for what was there before the engine.</summary>
    public IEnumerable<string?> SaidSince(string field) => Said
        .Where(said => said.Key.Field == field && SaidAt(said.Key.System, field) > World.Start)
        .Select(said => said.Value);

    /// <summary>Somebody said which of two values it is.</summary>
    public void Takes(string field, string value, bool isSure)
    {
        Taken.TryAdd(field, []);
        if (!isSure)
            Taken[field] = null;
        Taken[field]?.Add(Same.Of(field, value));
    }

    /// <summary>A write that nobody could hold back took the place of a value.</summary>
    public void Overwritten(string system, string field)
    {
        if (_before.TryGetValue((field, system), out var before))
            Unseen.Add((field, system, before));
    }

    /// <summary>A phase is over: what the systems show is what the next begins with.</summary>
    public void Settle(Func<string, IReadOnlyList<IReadOnlyList<Held>>> groupsOf)
    {
        var cleared = Settled.Where(known => known.Value.IsCleared).Select(known => known.Key)
            .Concat(Said.Where(said => said.Value is null && _saidAt[said.Key] > World.Start).Select(said => said.Key))
            .ToHashSet();
        Said.Clear();
        Settled.Clear();
        Unseen.Clear();
        _before.Clear();
        (IsRevivedNow, IsPartedNow) = (false, false);
        foreach (var field in Row.Fields)
            foreach (var (number, group) in groupsOf(field).Index())
                foreach (var (system, _, row) in group)
                {
                    var value = Same.Of(field, row[field]);
                    var isCleared = value is null && group.Any(held => cleared.Contains((field, held.System.Name)));
                    Settled.TryAdd((field, system.Name), (value, number, isCleared));
                }
    }

    /// <summary>What is gone in a system is wanted again.</summary>
    /// <returns>False where nothing is gone there.</returns>
    public bool WantIn(string system)
    {
        var sets = Absences.Where(absence => absence.Remove(system)).ToList();
        var wasGone = sets.Count > 0;
        if (wasGone)
            _wantedFrom[system] = sets;
        IsRevived |= wasGone;
        IsRevivedNow |= wasGone;
        return wasGone;
    }

    /// <summary>
    /// What is gone in a system is not wanted any more; where that is not sure, it may be there nevertheless.
    /// </summary>
    public void Unwant(string system, bool isSure)
    {
        foreach (var absence in isSure ? _wantedFrom.GetValueOrDefault(system, []) : [WentIn])
            absence.Add(system);
    }

    public void Forget(string system)
    {
        foreach (var field in Row.Fields)
            Said.Remove((field, system));
    }
}
