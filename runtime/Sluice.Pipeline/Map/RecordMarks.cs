namespace Sluice.Pipeline;

/// <summary>What is known of where a record's values come from.</summary>
/// <param name="Carried">What was carried from it or to it, the last first.</param>
/// <param name="Sent">What writes that are not settled may have put there.</param>
internal sealed record RecordMarks(IReadOnlyList<Mark> Carried, IReadOnlyList<Mark> Sent)
{
    /// <summary>Nothing is known.</summary>
    public static RecordMarks None { get; } = new([], []);
}
