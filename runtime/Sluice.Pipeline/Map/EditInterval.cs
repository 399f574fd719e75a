namespace Sluice.Pipeline;

/// <summary>When an edit happened: polling tells a span, never a moment.</summary>
/// <param name="After">The last observation that showed the old value; null where there was none.</param>
/// <param name="NotLaterThan">The first observation that showed the new one, or the record's own stamp, and
/// what its clock may be behind, where that is earlier.</param>
public readonly record struct EditInterval(DateTimeOffset? After, DateTimeOffset NotLaterThan)
{
    /// <summary>Whether this edit certainly happened after the other.</summary>
    public bool IsAfter(EditInterval other) => After is { } after && after >= other.NotLaterThan;
}
