namespace Sluice;

/// <summary>A person's decision as it lies in the inbox.</summary>
/// <param name="Id">Its number; 0 while it is not stored.</param>
/// <param name="Kind">What kind of decision it is: <c>link</c>, <c>approve</c>.</param>
/// <param name="Subject">What it is about, in words that a person knows it by.</param>
/// <param name="Payload">
/// All it says, as JSON. Empty once it is settled. Records are named in it by <c>pairing</c>, <c>side</c> (<c>Left</c>
/// where there is none) and <c>key</c>, by <c>system</c>, <c>entity</c> and <c>key</c>, or in <c>pairs</c> of
/// <c>pairing</c>, <c>left</c> and <c>right</c>: by that a store knows what is about a record that is forgotten.
/// </param>
/// <param name="At">When it was left.</param>
public sealed record InboxEntry(long Id, string Kind, string Subject, string Payload, DateTimeOffset At)
{
    /// <summary>
    /// Whether it is left even where the same waits already: because something that waits behind that undoes it.
    /// </summary>
    public bool IsAgain { get; init; }

    /// <summary>When the owner took it up; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Whether it was applied; false where it was refused, or waits.</summary>
    public bool IsApplied { get; init; }

    /// <summary>What came of it, in words; empty while it waits.</summary>
    public string Outcome { get; init; } = "";
}
