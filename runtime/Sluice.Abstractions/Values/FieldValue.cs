using System.Globalization;

namespace Sluice;

/// <summary>One value of a field: absent, null, or something. The default is absent.</summary>
/// <remarks>Equality is to the letter; <see cref="CanonicalForm"/> compares by meaning.</remarks>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private readonly string? _text;
    private readonly long _bits;

    private FieldValue(FieldKind kind, string? text = null, long bits = 0) => (Kind, _text, _bits) = (kind, text, bits);

    /// <summary>Not contained in the answer.</summary>
    public static FieldValue Absent => default;

    /// <summary>Contained, and nothing.</summary>
    public static FieldValue Null => new(FieldKind.Null);

    /// <summary>What this holds.</summary>
    public FieldKind Kind { get; }

    /// <summary>Whether the answer did not contain the property.</summary>
    public bool IsAbsent => Kind == FieldKind.Absent;

    /// <summary>Whether this is absent, null, or text without a visible character.</summary>
    public bool IsBlank =>
        Kind is FieldKind.Absent or FieldKind.Null || (Kind == FieldKind.Text && string.IsNullOrWhiteSpace(_text));

    /// <summary>The text, where this holds text; else null.</summary>
    public string? Text => Kind == FieldKind.Text ? _text : null;

    /// <summary>The truth value, where this holds one; else null.</summary>
    public bool? Boolean => Kind == FieldKind.Boolean ? _bits != 0 : null;

    /// <summary>The whole number, where this holds one; else null.</summary>
    public long? Integer => Kind == FieldKind.Integer ? _bits : null;

    /// <summary>The day, where this holds one; else null.</summary>
    public DateOnly? Date => Kind == FieldKind.Date ? DateOnly.FromDayNumber((int)_bits) : null;

    /// <summary>The point in time in UTC, where this holds one; else null.</summary>
    public DateTimeOffset? Instant => Kind == FieldKind.Instant ? new DateTimeOffset(_bits, TimeSpan.Zero) : null;

    /// <summary>This value, else another one where this is blank.</summary>
    public FieldValue Or(FieldValue next) => IsBlank ? next : this;

    /// <summary>Text; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(string? value) => value is null ? Null : new(FieldKind.Text, value);

    /// <summary>A truth value; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(bool? value) => value is { } some ? new(FieldKind.Boolean, bits: some ? 1 : 0) : Null;

    /// <summary>A whole number; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(long? value) => value is { } some ? new(FieldKind.Integer, bits: some) : Null;

    /// <summary>A day; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(DateOnly? value) =>
        value is { } some ? new(FieldKind.Date, bits: some.DayNumber) : Null;

    /// <summary>A point in time; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(DateTimeOffset? value) =>
        value is { } some ? new(FieldKind.Instant, bits: some.UtcTicks) : Null;

    /// <summary>Reads what <see cref="ToStored"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by <see cref="ToStored"/>.</exception>
    public static FieldValue FromStored(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var rest = stored.Length > 0 ? stored[1..] : "";
        return stored.Length == 0 ? Absent : stored[0] switch
        {
            '-' => Null,
            'b' => Of(rest == "1"),
            'i' => Of(long.Parse(rest, CultureInfo.InvariantCulture)),
            't' => Of(rest),
            'd' => Of((DateOnly?)DateOnly.FromDayNumber(int.Parse(rest, CultureInfo.InvariantCulture))),
            'm' => Of((DateTimeOffset?)new DateTimeOffset(
                long.Parse(rest, CultureInfo.InvariantCulture), TimeSpan.Zero)),
            _ => throw new FormatException($"A stored value begins with an unknown mark: '{stored[0]}'."),
        };
    }

    /// <summary>A text from which <see cref="FromStored"/> makes the same value again.</summary>
    public string ToStored() => Kind switch
    {
        FieldKind.Absent => "",
        FieldKind.Null => "-",
        FieldKind.Boolean => _bits != 0 ? "b1" : "b0",
        FieldKind.Integer => "i" + _bits.ToString(CultureInfo.InvariantCulture),
        FieldKind.Date => "d" + _bits.ToString(CultureInfo.InvariantCulture),
        FieldKind.Instant => "m" + _bits.ToString(CultureInfo.InvariantCulture),
        _ => "t" + _text,
    };

    /// <inheritdoc/>
    public bool Equals(FieldValue other) =>
        Kind == other.Kind && _bits == other._bits && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _text);

    /// <summary>The value as people read it: blank for absent and null.</summary>
    public override string ToString() => Kind switch
    {
        FieldKind.Absent or FieldKind.Null => "",
        FieldKind.Boolean => _bits != 0 ? "true" : "false",
        FieldKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        FieldKind.Date => Date!.Value.ToString("O", CultureInfo.InvariantCulture),
        FieldKind.Instant => Instant!.Value.ToString("O", CultureInfo.InvariantCulture),
        _ => _text!,
    };

    /// <summary>Whether both are equal to the letter.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);
}
