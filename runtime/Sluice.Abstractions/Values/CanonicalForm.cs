using System.Text;

namespace Sluice;

/// <summary>Folds values into the form in which they are compared.</summary>
/// <remarks>Two values are the same exactly if their forms are equal, so sameness is an equivalence.</remarks>
public static class CanonicalForm
{
    /// <summary>
    /// Whether two values are the same in canonical form. Null, a blank text and an empty list are the same in every
    /// form. Values that are equal to the letter cost no memory.
    /// </summary>
    public static bool Same(Comparison comparison, FieldValue left, FieldValue right)
    {
        if (left == right)
            return true;
        if (left.IsAbsent || right.IsAbsent)
            return false;

        return left.IsBlank || right.IsBlank
            ? left.IsBlank && right.IsBlank
            : Of(comparison, left) == Of(comparison, right);
    }

    /// <summary>The comparable form of a value.</summary>
    public static FieldValue Of(Comparison comparison, FieldValue value)
    {
        if (value.IsBlank)
            return value.IsAbsent ? value : FieldValue.Null;

        return comparison.Form == Canonical.Exact ? value : value.Kind switch
        {
            FieldKind.Text => Read(comparison, value.Text!) ?? FieldValue.Of(Compose(value.Text!)),
            FieldKind.List => ListForm.Of(comparison, value.List!),
            FieldKind.Integer or FieldKind.Decimal or FieldKind.Float => NumberForm.Of(value),
            FieldKind.Instant when comparison.Form == Canonical.Date =>
                FieldValue.Of(DateOnly.FromDateTime(value.Instant!.Value.UtcDateTime)),
            FieldKind.Instant => FieldValue.Of(comparison.Precision.Cut(value.Instant!.Value)),
            FieldKind.Date when comparison.Form == Canonical.Instant =>
                FieldValue.Of(InstantForm.StartOf(value.Date!.Value)),
            _ => value,
        };
    }

    /// <summary>The comparable form of a text, as a text; what cannot be read in the form is only composed.</summary>
    public static string Fold(Comparison comparison, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(comparison, text)?.ToString() ?? Compose(text);
    }

    /// <summary>The comparable form of a text; null where it cannot be read in the form.</summary>
    internal static FieldValue? Read(Comparison comparison, string text) => comparison.Form switch
    {
        Canonical.Email => FieldValue.Of(Compose(text).Trim().ToLowerInvariant()),
        Canonical.Name => FieldValue.Of(Collapse(Compose(text))),
        Canonical.Phone => PhoneForm.Read(text, comparison.Region) is { } number ? FieldValue.Of(number) : null,
        Canonical.Number => NumberForm.Read(text),
        Canonical.Date => InstantForm.ReadDay(text),
        Canonical.Instant => InstantForm.Read(text, comparison.Precision),
        Canonical.Exact => FieldValue.Of(text),
        Canonical.Guid => Guid.TryParse(text, out var guid) ? FieldValue.Of((Guid?)guid) : null,
        _ => FieldValue.Of(Compose(text)),
    };

    private static string Collapse(string text) => IsCollapsed(text)
        ? text
        : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Most names are, and then cost no memory.
    private static bool IsCollapsed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsWhiteSpace(text[i])
                && (text[i] != ' ' || i == 0 || i == text.Length - 1 || char.IsWhiteSpace(text[i - 1])))
                return false;

        return true;
    }

    // A lone surrogate cannot be composed, and need not be: it is compared as it is.
    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
