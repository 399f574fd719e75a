namespace Sluice;

/// <summary>Applies what is defined for one value to a value that may be a list.</summary>
internal static class Elements
{
    // Enough to recognize a value by.
    private const int Shown = 80;

    /// <summary>
    /// Each element converted; those that cannot be are left out, or stand for themselves through their default.
    /// </summary>
    public static FieldValue Each(
        FieldValue value, Func<FieldValue, FieldValue?> convert, string noun,
        Func<FieldValue, FieldValue>? otherwise = null)
    {
        if (value.List is not { } elements)
            return One(value, convert, noun, otherwise) is var only && IsNothing(only, value)
                ? FieldValue.Null
                : only;

        var converted = new List<FieldValue>(elements.Count);
        var issue = value.Issue;
        foreach (var element in elements)
        {
            var one = One(element, convert, noun, otherwise);
            if (one.IsAbsent)
                issue ??= one.Issue;
            else
                converted.Add(one);
        }

        return FieldValue.Of([.. converted], issue);
    }

    /// <summary>The elements of a list; a single value is a list of one, and null one of none.</summary>
    public static IReadOnlyList<FieldValue> Of(FieldValue value) =>
        value.List ?? (value.Kind is FieldKind.Absent or FieldKind.Null ? [] : [value]);

    /// <summary>What is wrong with a value that is not what it should be.</summary>
    public static string Issue(FieldValue value, string noun)
    {
        var text = value.ToString();
        return $"'{(text.Length > Shown ? text[..Shown] + "…" : text)}' is not {noun}";
    }

    // A blank text says nothing, so nothing is wrong with it: by itself it is a clearing, in a list it is left out.
    private static FieldValue One(
        FieldValue value, Func<FieldValue, FieldValue?> convert, string noun,
        Func<FieldValue, FieldValue>? otherwise) =>
        value.Kind is FieldKind.Absent or FieldKind.Null ? value
        : convert(value) ?? otherwise?.Invoke(value) ?? (value.IsBlank
            ? FieldValue.Absent
            : FieldValue.Unconverted(Issue(value, noun)));

    private static bool IsNothing(FieldValue converted, FieldValue value) =>
        converted is { IsAbsent: true, Issue: null } && !value.IsAbsent;
}
