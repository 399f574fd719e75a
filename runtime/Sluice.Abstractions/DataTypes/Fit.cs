using System.Globalization;

namespace Sluice;

/// <summary>
/// Brings values into the form in which a contract's member holds them, without loss but of digits in floating-point
/// members. What does not fit is absent, and <see cref="FieldValue.Issue"/> says why. A list of one value fits where
/// one belongs.
/// </summary>
public static class Fit
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Text: numbers, truth values, URIs and times as they are written.</summary>
    public static FieldValue Text(FieldValue value) => One(
        value, static one => one.Kind is FieldKind.Object ? null : FieldValue.Of(ValueText.Of(one)), "text");

    /// <summary>The text of a GUID, in the form in which JSON writes it.</summary>
    public static FieldValue Guid(FieldValue value) =>
        One(value, static one => one.Guid is { } guid ? FieldValue.Of((System.Guid?)guid) : null, "a GUID");

    /// <summary>True or false.</summary>
    public static FieldValue Boolean(FieldValue value) =>
        One(value, static one => one.Kind == FieldKind.Boolean ? one : null, "true or false");

    /// <summary>A whole number of 64 bits.</summary>
    public static FieldValue Integer(FieldValue value) => Integer(value, long.MinValue, long.MaxValue);

    /// <summary>A whole number within bounds.</summary>
    public static FieldValue Integer(FieldValue value, long least, long most) => One(
        value, one => Whole(one) is { } number && number >= least && number <= most ? FieldValue.Of(number) : null,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    /// <summary>A number of at most 28 digits.</summary>
    public static FieldValue Decimal(FieldValue value) => One(
        value, static one => IsNumber(one) && DecimalForm.Of(one) is { } number && IsHeld(number) ? number : null,
        "a number of at most 28 digits");

    /// <summary>A floating-point number of 64 bits.</summary>
    public static FieldValue Float(FieldValue value) =>
        One(value, static one => IsNumber(one) ? FloatForm.Of(one) : null, "a number of 64 bits");

    /// <summary>A floating-point number of 32 bits, as it is read again; one beyond their range does not fit.</summary>
    public static FieldValue Single(FieldValue value) => One(
        value,
        static one => IsNumber(one) && FloatForm.Of(one) is { Float: { } number } && float.IsFinite((float)number)
            ? FieldValue.Of((float?)number)
            : null,
        "a number of 32 bits");

    /// <summary>A day; a point in time is the day on which it falls in UTC, a text says one as ISO 8601 does.</summary>
    public static FieldValue Date(FieldValue value) => One(
        value,
        static one => one.Kind == FieldKind.Date ? one
            : one.Instant is { } instant ? FieldValue.Of(DateOnly.FromDateTime(instant.UtcDateTime))
            : Read(one.Text),
        "a day");

    /// <summary>
    /// A point in time; a day is its first moment in UTC, a text says one as ISO 8601 does, in UTC where it names no
    /// offset.
    /// </summary>
    public static FieldValue Instant(FieldValue value) => One(
        value,
        static one => one.Kind == FieldKind.Instant ? one
            : one.Date is { } day ? FieldValue.Of(InstantForm.StartOf(day))
            : one.Text is { } text ? IsoInstant.Read(text) ?? IsoInstant.Read(text + "Z")
            : null,
        "a point in time");

    /// <summary>
    /// A list of values that fit each; a single value is a list of one, and a blank one null. Nulls are left out. A
    /// list of one list fits where that one does.
    /// </summary>
    public static FieldValue List(FieldValue value, Func<FieldValue, FieldValue> each)
    {
        ArgumentNullException.ThrowIfNull(each);
        if (value.IsAbsent)
            return value;

        if (value is { IsBlank: true, List: null })
            return FieldValue.Null;

        if (value.List is [{ List: not null } only])
            return List(only, each);

        var fitting = new List<FieldValue>();
        var issue = value.Issue;
        foreach (var element in Elements.Of(value))
        {
            var one = each(element);
            if (one.IsAbsent)
                issue ??= one.Issue;
            else if (one.Kind != FieldKind.Null)
                fitting.Add(one);
        }

        return FieldValue.Of([.. fitting], issue);
    }

    /// <summary>
    /// A value in the kind of the one that it replaces, where that can say the same: a number for a system that keeps
    /// it as text, and a text for one that keeps it as a number.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="held">What it replaces.</param>
    public static FieldValue Like(FieldValue value, FieldValue held) => (held.Kind, value.Kind) switch
    {
        (FieldKind.Text, FieldKind.Boolean) => FieldValue.Of(ValueText.Of(value)),
        (FieldKind.Text, _) when IsNumber(value) => FieldValue.Of(
            ValueText.Of(value.Kind == FieldKind.Float && Whole(value) is { } whole ? FieldValue.Of(whole) : value)),
        (FieldKind.Boolean, FieldKind.Text) when bool.TryParse(value.Text, out var truth) =>
            FieldValue.Of((bool?)truth),
        (_, FieldKind.Text) when IsNumber(held) => FieldValue.OfNumber(value.Text),
        _ => value,
    };

    private static FieldValue One(FieldValue value, Func<FieldValue, FieldValue?> fit, string noun)
    {
        if (value.Kind is FieldKind.Absent or FieldKind.Null)
            return value;

        if (value.List is not { } elements)
            return fit(value)
                ?? (value.IsBlank ? FieldValue.Null : FieldValue.Unconverted(Elements.Issue(value, noun)));

        return elements.Count switch
        {
            0 => value.Issue is { } issue ? FieldValue.Unconverted(issue) : FieldValue.Null,
            1 => One(elements[0], fit, noun),
            _ => FieldValue.Unconverted(Elements.Issue(value, "one value")),
        };
    }

    private static FieldValue? Read(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? FieldValue.Of((DateOnly?)day)
            : null;

    private static long? Whole(FieldValue value)
    {
        if (value.Kind == FieldKind.Integer)
            return value.Integer;

        return IsNumber(value) && IntegerForm.Of(value) is { Integer: { } whole } form
            && ValueOrder.Compare(value, form) == 0
            ? whole
            : null;
    }

    // The type rounds what has more digits.
    private static bool IsHeld(FieldValue number) =>
        number.Decimal is { } held && ValueOrder.Compare(FieldValue.Of((decimal?)held), number) == 0;

    private static bool IsNumber(FieldValue value) =>
        value.Kind is FieldKind.Integer or FieldKind.Decimal or FieldKind.Float;
}
