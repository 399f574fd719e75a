namespace Sluice.Pipeline;

/// <summary>What is known of where a record's values come from.</summary>
/// <param name="Carried">What it showed when something was carried from it or to it, then what writes that are not
/// settled sent from it.</param>
/// <param name="Sent">What writes that are not settled may have put there.</param>
internal sealed record RecordMarks(IReadOnlyList<Mark> Carried, IReadOnlyList<Mark> Sent)
{
    /// <summary>Nothing is known.</summary>
    public static RecordMarks None { get; } = new([], []);

    /// <summary>Writes of ours that tell what stood there before them.</summary>
    public IReadOnlyList<OwnWrite> Over { get; init; } = [];
}
