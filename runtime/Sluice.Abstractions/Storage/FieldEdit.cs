namespace Sluice;

/// <summary>
/// A value that one side of a link shows since the two last agreed on the field, and when it came about.
/// </summary>
/// <param name="Field">The field's name.</param>
/// <param name="Side">The side that shows it.</param>
/// <param name="Value">The value; absent while the answers do not contain the field.</param>
/// <param name="After">The last observation that showed another one; null where that is not known.</param>
/// <param name="NotLaterThan">The first observation that showed it, or the record's own stamp where that was earlier.
/// </param>
public sealed record FieldEdit(
    string Field, Side Side, FieldValue Value, DateTimeOffset? After, DateTimeOffset NotLaterThan);
