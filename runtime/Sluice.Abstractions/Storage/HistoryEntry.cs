namespace Sluice;

/// <summary>One value that this tool moved, and why.</summary>
/// <param name="Run">The run that moved it.</param>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="LeftKey">The key on the left.</param>
/// <param name="RightKey">The key on the right.</param>
/// <param name="Written">The side that was written.</param>
/// <param name="Field">The field's name; empty where a whole record was created or deleted.</param>
/// <param name="Old">What stood there.</param>
/// <param name="New">What was written.</param>
/// <param name="Rule">Why, in words: <c>edited on the left only</c>.</param>
/// <param name="Line">The document's line.</param>
/// <param name="At">When.</param>
public sealed record HistoryEntry(
    long Run, string Pairing, string LeftKey, string RightKey, Side Written, string Field,
    FieldValue Old, FieldValue New, string Rule, int Line, DateTimeOffset At)
{
    /// <summary>How the rule begins by which a whole record was deleted.</summary>
    public const string Deleted = "deleted: ";

    /// <summary>Whether a whole record was deleted.</summary>
    public bool IsDelete => Field.Length == 0 && Rule.StartsWith(Deleted, StringComparison.Ordinal);

    /// <summary>The document that the line points into; empty where it was not noted.</summary>
    public string Document { get; init; } = "";

    /// <summary>
    /// When the record that the value came from was first seen as it was then; null where it was in no listing.
    /// </summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The journal's number of the write; null where nothing was sent.</summary>
    public long? Intent { get; init; }
}
