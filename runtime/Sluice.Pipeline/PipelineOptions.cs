namespace Sluice.Pipeline;

/// <summary>How the engine runs. Each property says its range, default and consequence.</summary>
public sealed class PipelineOptions
{
    /// <summary>
    /// How long after the end of a cycle the next one begins. 1 second to 1 day; by default 5 minutes.
    /// </summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long after it was journalled a write whose outcome is unknown may still arrive. Within it nothing is created
    /// again; a longer one is safer and lets records wait longer. Half of it is for a write's turn to come: it is not
    /// sent after that. Give twice the longest time limit of a call, and more than what the systems may take to show a
    /// new record in a listing. 0 to 1 hour; by default 2 minutes.
    /// </summary>
    public TimeSpan LateCommitBound { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long only changes are asked of a source that can list them: after it everything is listed once more, which
    /// alone shows edits that move no time stamp, and of a source that cannot be counted
    /// (<see cref="ICountedSource"/>) what was deleted. 1 minute to 31 days; by default 1 day.
    /// </summary>
    public TimeSpan FullListing { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How far a system's clock may be behind ours: its time stamps date an edit to within that. 0 to 1 day; by default
    /// 2 minutes. With a shorter one a wrong clock decides conflicts; with a longer one the preferred side does more
    /// often.
    /// </summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long reports of runs, the journal's lines of updates and deletes that are settled, and plans that nobody
    /// waits for are kept in the store. 1 to 3650 days; by default 90 days. What was moved is kept for good, and
    /// <c>sluice why</c> tells it.
    /// </summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How many pages, decisions or operations wait between two stages. 1 to 64; by default 4. More takes memory only.
    /// </summary>
    public int Buffer { get; set; } = 4;

    /// <summary>
    /// How many links of a pairing are brought in step side by side, each from its first read to its last commit.
    /// Writes to one record always follow each other, and records are created one after the other. 1 to 16; by
    /// default 4. More is faster where a system is slow to answer, as far as its limits let it.
    /// </summary>
    public int Lanes { get; set; } = 4;

    /// <summary>
    /// How many records of the running cycle are kept in memory, so that they need not be read twice. 0 to 1,000,000;
    /// by default 20,000.
    /// </summary>
    public int RecentRecords { get; set; } = 20_000;

    /// <summary>
    /// What happens where both sides changed a field differently: <c>Latest</c> (default), <c>Prefer</c> or
    /// <c>Hold</c>.
    /// </summary>
    public ConflictKind Conflict { get; set; } = ConflictKind.Latest;

    /// <summary>
    /// After how many writes of the same value, each put back by the system, a field counts as the system's own and is
    /// not written again before either side changes. 1 to 100; by default 3.
    /// </summary>
    public int Reverts { get; set; } = 3;

    /// <summary>What happens to records whose counterpart was deleted.</summary>
    public DeletePolicies Deletes { get; set; } = new();

    /// <summary>From where on changes are too many to be carried out without a question.</summary>
    public BreakerOptions Breaker { get; } = new();

    /// <summary>
    /// What it means that a side which had a value shows none: <c>Clear</c> (default) or <c>Keep</c>.
    /// </summary>
    public BlanksPolicy Blanks { get; set; } = BlanksPolicy.Clear;

    /// <summary>
    /// The region whose telephone numbers are written without a calling code, in two letters, where neither the field
    /// nor the record says one. By default none: eight digits are then no Norwegian number.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>What is set for single fields, by pairing and field; the field <c>*</c> is every one.</summary>
    public Dictionary<string, Dictionary<string, FieldOptions>> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with the values, each with the setting and the range; empty where nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (Interval < TimeSpan.FromSeconds(1) || Interval > TimeSpan.FromDays(1))
            yield return $"Pipeline:Interval is {Interval}; give a time from 00:00:01 to 1.00:00:00.";
        if (LateCommitBound < TimeSpan.Zero || LateCommitBound > TimeSpan.FromHours(1))
            yield return $"Pipeline:LateCommitBound is {LateCommitBound}; give a time from 00:00:00 to 01:00:00.";
        if (FullListing < TimeSpan.FromMinutes(1) || FullListing > TimeSpan.FromDays(31))
            yield return $"Pipeline:FullListing is {FullListing}; give a time from 00:01:00 to 31.00:00:00.";
        if (ClockSkew < TimeSpan.Zero || ClockSkew > TimeSpan.FromDays(1))
            yield return $"Pipeline:ClockSkew is {ClockSkew}; give a time from 00:00:00 to 1.00:00:00.";
        if (Keep < TimeSpan.FromDays(1) || Keep > TimeSpan.FromDays(3650))
            yield return $"Pipeline:Keep is {Keep}; give a time from 1.00:00:00 to 3650.00:00:00.";
        if (Buffer is < 1 or > 64)
            yield return $"Pipeline:Buffer is {Buffer}; give a number from 1 to 64.";
        if (Lanes is < 1 or > 16)
            yield return $"Pipeline:Lanes is {Lanes}; give a number from 1 to 16.";
        if (RecentRecords is < 0 or > 1_000_000)
            yield return $"Pipeline:RecentRecords is {RecentRecords}; give a number from 0 to 1000000.";
        if (Reverts is < 1 or > 100)
            yield return $"Pipeline:Reverts is {Reverts}; give a number from 1 to 100.";
        foreach (var problem in Breaker.Problems())
            yield return problem;
    }

    /// <summary>
    /// The system that wins a conflict, by pairing name. Without an entry, the side that the document reads as its
    /// source.
    /// </summary>
    public Dictionary<string, string> Preferred { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is set for a field; null where nothing is.</summary>
    internal FieldOptions? Field(string pairing, string field) => Fields.TryGetValue(pairing, out var fields)
        ? fields.FirstOrDefault(set => string.Equals(set.Key, field, StringComparison.OrdinalIgnoreCase)).Value
        : null;

    /// <summary>What keeps the engine from doing damage; no setting reaches it.</summary>
    internal Protections Protections { get; set; } = Protections.All;
}
