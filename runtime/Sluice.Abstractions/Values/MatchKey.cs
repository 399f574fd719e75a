namespace Sluice;

/// <summary>
/// What a match rule compares, in canonical form. A blank value is no key, nor is one that cannot be read in the form:
/// what says "n/a" on both sides is not the same. No key never agrees; of several, as a list has, one that both have is
/// enough.
/// </summary>
public readonly record struct MatchKey
{
    // A text, or several in an array: nearly all keys are one, and then cost no more than it.
    private readonly object? _held;

    private MatchKey(string text) => _held = text;

    private MatchKey(string[] texts) => _held = texts.Length == 1 ? texts[0] : texts;

    /// <summary>Nothing to compare.</summary>
    public static MatchKey None => default;

    /// <summary>
    /// The canonical forms, each once and in the order of the list; none where there is nothing to compare.
    /// </summary>
    public IReadOnlyList<string> Texts => _held switch
    {
        string text => [text],
        string[] texts => texts,
        _ => [],
    };

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

    /// <summary>The key of a GUID that is written as text.</summary>
    public static MatchKey Guid(string? value) => Of(Canonical.Guid, value);

    /// <summary>The key of any other text.</summary>
    public static MatchKey Exact(string? value) => Of(Canonical.Text, value);

    /// <summary>The key of a value of any kind; of a list, a key for each of its elements.</summary>
    /// <param name="form">The form of the comparison.</param>
    /// <param name="value">The value; an object is nothing to compare.</param>
    public static MatchKey Of(Canonical form, FieldValue value)
    {
        if (value.List is not { } elements)
            return value.Kind is FieldKind.Absent or FieldKind.Null or FieldKind.Object
                ? None
                : Of((Comparison)form, ValueText.Of(value));

        var texts = elements.SelectMany(element => Of(form, element).Texts).Distinct(StringComparer.Ordinal).ToArray();
        return texts.Length == 0 ? None : new(texts);
    }

    /// <summary>Whether both are there and have a text that is equal.</summary>
    public bool Agrees(MatchKey other) => (_held, other._held) switch
    {
        (string one, string two) => string.Equals(one, two, StringComparison.Ordinal),
        (null, _) or (_, null) => false,
        _ => Texts.Intersect(other.Texts, StringComparer.Ordinal).Any(),
    };

    /// <summary>This key, else another one where this has nothing to compare.</summary>
    public MatchKey Or(MatchKey next) => _held is null ? next : this;

    /// <inheritdoc/>
    public bool Equals(MatchKey other) => Texts.SequenceEqual(other.Texts, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Texts.Count == 0 ? 0 : StringComparer.Ordinal.GetHashCode(Texts[0]);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Texts);

    private static MatchKey Of(Comparison comparison, string? value) =>
        !string.IsNullOrWhiteSpace(value) && CanonicalForm.Read(comparison, value) is { } form
            ? new(form.ToString())
            : None;
}
