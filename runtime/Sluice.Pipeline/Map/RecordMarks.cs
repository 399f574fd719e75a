namespace Sluice.Pipeline;

/// <summary>What is known of where a record's values come from.</summary>
/// <param name="Carried">What it showed when something was carried from it or to it, then what writes that are not
/// settled sent from it.</param>
/// <param name="Sent">What writes that are not settled may have put there, however late anybody looks.</param>
internal sealed record RecordMarks(IReadOnlyList<Mark> Carried, IReadOnlyList<Mark> Sent)
{
    /// <summary>Nothing is known.</summary>
    public static RecordMarks None { get; } = new([], []);

    /// <summary>What it shows of these depends on when it was last seen without them.</summary>
    public IReadOnlyList<LateMark> Late { get; init; } = [];

    /// <summary>Writes of ours that tell what stood there before them.</summary>
    public IReadOnlyList<OwnWrite> Over { get; init; } = [];

    /// <summary>
    /// What a person decided against where others showed it, by fields on which the record agreed with nobody yet.
    /// </summary>
    public IReadOnlyList<(string Field, FieldValue Value)> Against { get; init; } = [];

    /// <summary>
    /// What stood in a field before it is written: what its pairing agreed on last, and what any carried from it or to
    /// it since.
    /// </summary>
    public IEnumerable<FieldValue> Stood(FieldDescriptor field, Side side, FieldValue? agreed) =>
        Carried.Where(mark => field.Paths(side).Contains(mark.Path)).Select(mark => (FieldValue?)mark.Value)
            .Append(agreed).OfType<FieldValue>().Distinct();

    /// <summary>
    /// The same where it is known when the record was last seen without what late writes sent. One that could no longer
    /// arrive then has not put there what shows now.
    /// </summary>
    public RecordMarks Arrived(Func<Mark, DateTimeOffset> lastWithout) => Late.Count == 0 ? this : this with
    {
        Sent = [.. Sent, .. Late.Where(late => lastWithout(late.Mark) < late.Until).Select(late => late.Mark)],
        Late = [],
    };
}
