using System.Text;

namespace Sluice;

/// <summary>Folds values into the form in which they are compared.</summary>
public static class CanonicalForm
{
    /// <summary>The comparable form of a value; what is not text is its own.</summary>
    public static FieldValue Of(Canonical kind, FieldValue value) =>
        value.Text is { } text ? FieldValue.Of(Fold(kind, text)) : value;

    /// <summary>
    /// Whether two values are the same in canonical form. Null, a blank text and an empty text are the same.
    /// </summary>
    public static bool Same(Canonical kind, FieldValue left, FieldValue right)
    {
        var a = Of(kind, left);
        var b = Of(kind, right);
        return a == b || (a.IsBlank && b.IsBlank && !a.IsAbsent && !b.IsAbsent);
    }

    /// <summary>The comparable form of a text.</summary>
    public static string Fold(Canonical kind, string text) => kind switch
    {
        Canonical.Email => Compose(text).Trim().ToLowerInvariant(),
        Canonical.Name => string.Join(' ', Compose(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        Canonical.Phone => Digits(text),
        _ => Compose(text),
    };

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

    private static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var character in text)
            if (char.IsAsciiDigit(character) || (character == '+' && digits.Length == 0))
                digits.Append(character);

        return digits.ToString();
    }
}
