namespace Sluice;

/// <summary>A value that we wrote to one side of a link, and the one it took the place of.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Side">The side it was written to.</param>
/// <param name="Before">What that side showed before: while the system settles, it may show it still.</param>
/// <param name="Sent">What was written.</param>
/// <param name="At">When the answer to the write came.</param>
public sealed record OwnWrite(string Field, Side Side, FieldValue Before, FieldValue Sent, DateTimeOffset At);
