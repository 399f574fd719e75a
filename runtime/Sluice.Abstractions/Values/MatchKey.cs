namespace Sluice;

/// <summary>
/// What a match rule compares, in canonical form. A blank value is no key, nor is one that cannot be read in the form:
/// what says "n/a" on both sides is not the same. No key never agrees.
/// </summary>
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

    /// <summary>The key of a telephone number that may lack the calling code of its region.</summary>
    /// <param name="value">The number as it is written.</param>
    /// <param name="region">The region, as ISO 3166 has it; null where it is not known.</param>
    public static MatchKey Phone(string? value, string? region) =>
        Of(new Comparison(Canonical.Phone) { Region = region }, value);

    /// <summary>The key of a number that is written as text.</summary>
    public static MatchKey Number(string? value) => Of(Canonical.Number, value);

    /// <summary>The key of a day that is written as text.</summary>
    public static MatchKey Date(string? value) => Of(Canonical.Date, value);

    /// <summary>The key of a point in time that is written as text.</summary>
    public static MatchKey Instant(string? value) => Of(Canonical.Instant, value);

    /// <summary>The key of any other text.</summary>
    public static MatchKey Exact(string? value) => Of(Canonical.Text, value);

    /// <summary>
    /// The key of a value of any kind: of a single one, or of all elements of a list, which agree in order.
    /// </summary>
    /// <param name="form">The form of the comparison.</param>
    /// <param name="value">The value; an object is nothing to compare.</param>
    public static MatchKey Of(Canonical form, FieldValue value) => value.List is not { } elements
        ? Of((Comparison)form, value.Kind is FieldKind.Absent or FieldKind.Null or FieldKind.Object
            ? null
            : ValueText.Of(value))
        : elements.Count == 1 ? Of(form, elements[0])
        : Joined([.. elements.Select(element => Of(form, element))]);

    /// <summary>Whether both are there and equal.</summary>
    public bool Agrees(MatchKey other) => Text is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <summary>This key, else another one where this has nothing to compare.</summary>
    public MatchKey Or(MatchKey next) => Text is null ? next : this;

    // An unprintable character parts them, so that no text is mistaken for two.
    private static MatchKey Joined(MatchKey[] keys) => keys.Any(key => key.Text is null) || keys.Length == 0
        ? None
        : new(string.Join('\u001f', keys.Select(key => key.Text)));

    private static MatchKey Of(Comparison comparison, string? value) =>
        !string.IsNullOrWhiteSpace(value) && CanonicalForm.Read(comparison, value) is { } form
            ? new(form.ToString())
            : None;
}
