namespace Sluice.Specification.Comparison;

/// <summary>One thing that a document says differently than before.</summary>
/// <param name="Class">What it touches.</param>
/// <param name="Flow">
/// The flow, <c>YouTrack Users → Keap Contacts</c>; empty where it is about the whole document.
/// </param>
/// <param name="Before">The line in the document as it was, from 1; null where nothing stood there.</param>
/// <param name="After">The line in the document as it is, from 1; null where nothing stands there now.</param>
/// <param name="Message">What changed, a sentence.</param>
public sealed record DocumentChange(ChangeClass Class, string Flow, int? Before, int? After, string Message)
{
    /// <summary>
    /// What the flow's pairing is called, where contracts call the entities as the document does; null where it is
    /// about the whole document.
    /// </summary>
    public string? Pairing { get; init; }
}
