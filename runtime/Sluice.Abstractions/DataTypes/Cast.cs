namespace Sluice;

/// <summary>The casts of the data type language.</summary>
/// <remarks>
/// A cast maps over a list. Null stays null. What cannot be converted is left out, and <see cref="FieldValue.Issue"/>
/// says what it was; where a default is given, that is computed of the bad value and takes its place.
/// </remarks>
public static class Cast
{
    /// <summary>
    /// Text. A list inside a list, and an object, become JSON text; bytes are read as UTF-8, a URI is its text.
    /// </summary>
    public static FieldValue String(FieldValue value) =>
        Elements.Each(value, static one => FieldValue.Of(ValueText.Of(one)), "text");

    /// <summary>
    /// A whole number of any length. The fraction of a number is cut off; a text must be a whole number, or hexadecimal
    /// digits after <c>0x</c> in two's complement.
    /// </summary>
    public static FieldValue Integer(FieldValue value, Func<FieldValue, FieldValue>? otherwise = null) =>
        Elements.Each(value, IntegerForm.Of, "an integer", otherwise);

    /// <summary>A decimal number with all its digits.</summary>
    public static FieldValue Decimal(FieldValue value, Func<FieldValue, FieldValue>? otherwise = null) =>
        Elements.Each(value, DecimalForm.Of, "a decimal number", otherwise);

    /// <summary>A binary floating-point number of 64 bits; what is too large for one cannot be converted.</summary>
    public static FieldValue Float(FieldValue value, Func<FieldValue, FieldValue>? otherwise = null) =>
        Elements.Each(value, FloatForm.Of, "a number", otherwise);

    /// <summary>True or false: a truth value, or the words in any letter case.</summary>
    public static FieldValue Boolean(FieldValue value, Func<FieldValue, FieldValue>? otherwise = null) =>
        Elements.Each(value, Truth, "true or false", otherwise);

    /// <summary>A URI of a text; nothing is escaped.</summary>
    public static FieldValue Uri(FieldValue value) => Elements.Each(
        value, static one => one.Text is { } text ? FieldValue.OfUri(text) : one.Uri is null ? null : one, "text");

    /// <summary>The bytes of a text in UTF-8.</summary>
    public static FieldValue Bytes(FieldValue value) => Elements.Each(
        value,
        static one => one.Text is { } text ? FieldValue.OfBytes(System.Text.Encoding.UTF8.GetBytes(text))
            : one.Bytes is null ? null
            : one,
        "text");

    private static FieldValue? Truth(FieldValue value) =>
        value.Kind == FieldKind.Boolean ? value
        : string.Equals(value.Text, "true", StringComparison.OrdinalIgnoreCase) ? FieldValue.Of(true)
        : string.Equals(value.Text, "false", StringComparison.OrdinalIgnoreCase) ? FieldValue.Of(false)
        : null;
}
