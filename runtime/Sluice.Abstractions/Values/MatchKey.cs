namespace Sluice;

/// <summary>What a match rule compares, in canonical form. A blank value is no key, and no key ever agrees.</summary>
public readonly record struct MatchKey
{
    private MatchKey(string text) => Text = text;

    /// <summary>Nothing to compare.</summary>
    public static MatchKey None => default;

    /// <summary>The canonical form, or null where there is nothing to compare.</summary>
    public string? Text { get; }

    /// <summary>The key of an e-mail address.</summary>
    public static MatchKey Email(string? value) => Of(Canonical.Email, value);

    /// <summary>The key of a name.</summary>
    public static MatchKey Name(string? value) => Of(Canonical.Name, value);

    /// <summary>The key of a telephone number.</summary>
    public static MatchKey Phone(string? value) => Of(Canonical.Phone, value);

    /// <summary>The key of any other text.</summary>
    public static MatchKey Exact(string? value) => Of(Canonical.Text, value);

    /// <summary>Whether both are there and equal.</summary>
    public bool Agrees(MatchKey other) => Text is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <summary>This key, else another one where this has nothing to compare.</summary>
    public MatchKey Or(MatchKey next) => Text is null ? next : this;

    private static MatchKey Of(Canonical kind, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return None;

        var text = CanonicalForm.Fold(kind, value);
        return text.Length == 0 ? None : new(text);
    }
}
