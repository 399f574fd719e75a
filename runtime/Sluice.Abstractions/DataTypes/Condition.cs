namespace Sluice;

/// <summary>The conditions of the data type language.</summary>
public static class Condition
{
    /// <summary>Whether a value counts as true: anything but false, null and a list without elements.</summary>
    public static bool IsTrue(FieldValue value) => value.Kind switch
    {
        FieldKind.Absent or FieldKind.Null => false,
        FieldKind.Boolean => value.Boolean!.Value,
        FieldKind.List => value.List!.Count > 0,
        _ => true,
    };

    /// <summary>Whether this is null, a list without elements, or a list that begins with null.</summary>
    public static bool IsNull(FieldValue value) =>
        value.Kind is FieldKind.Absent or FieldKind.Null
        || (value.List is { } elements && (elements.Count == 0 || elements[0].Kind == FieldKind.Null));

    /// <summary>Whether this is null or a list without elements. A blank text is a value.</summary>
    public static bool IsEmpty(FieldValue value) => Elements.Of(value).Count == 0;

    /// <summary>Whether this, or the first element of a list, is a decimal number. A float is none.</summary>
    public static bool IsDecimal(FieldValue value) => Lists.First(value).Kind == FieldKind.Decimal;

    /// <summary>Whether this, or the first element of a list, is a truth value. The word "true" is none.</summary>
    public static bool IsBoolean(FieldValue value) => Lists.First(value).Kind == FieldKind.Boolean;

    /// <summary>
    /// Whether two lists hold the same values in the same order. A single value is a list of one, null one of none;
    /// numbers are the same whatever their kind.
    /// </summary>
    public static bool AreEqual(FieldValue left, FieldValue right) =>
        ValueOrder.AreSame(Elements.Of(left), Elements.Of(right));

    /// <summary>
    /// Whether the first value of one is greater than the first of the other. Values that have no order among them, as
    /// a text and a number, are not.
    /// </summary>
    public static bool IsGreater(FieldValue left, FieldValue right) =>
        ValueOrder.Compare(Lists.First(left), Lists.First(right)) > 0;

    /// <summary>
    /// Whether every value is a text that matches as a whole: <c>*</c> stands for any characters, <c>?</c> for one, all
    /// else for itself. Null and a list without elements match nothing.
    /// </summary>
    public static bool Matches(string? pattern, FieldValue value)
    {
        var values = Elements.Of(value);
        return pattern is not null && values.Count > 0
            && values.All(one => one.Text is { } text && Wildcard.Matches(pattern, text));
    }
}
