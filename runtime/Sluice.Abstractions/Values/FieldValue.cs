using System.Globalization;

namespace Sluice;

/// <summary>One value of a field: absent, null, or something. The default is absent.</summary>
/// <remarks>Equality is to the letter; <see cref="CanonicalForm"/> compares by meaning.</remarks>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    // Text, the digits of a decimal number, or the elements of a list: one reference, so that a value stays small.
    private readonly object? _held;
    private readonly long _bits;

    private FieldValue(FieldKind kind, object? held = null, long bits = 0) => (Kind, _held, _bits) = (kind, held, bits);

    /// <summary>Not contained in the answer.</summary>
    public static FieldValue Absent => default;

    /// <summary>Contained, and nothing.</summary>
    public static FieldValue Null => new(FieldKind.Null);

    /// <summary>What this holds.</summary>
    public FieldKind Kind { get; }

    /// <summary>Whether the answer did not contain the property.</summary>
    public bool IsAbsent => Kind == FieldKind.Absent;

    /// <summary>Whether this is absent, null, text without a visible character, or a list without elements.</summary>
    public bool IsBlank => Kind switch
    {
        FieldKind.Absent or FieldKind.Null => true,
        FieldKind.Text => string.IsNullOrWhiteSpace((string)_held!),
        FieldKind.List => ((FieldValue[])_held!).Length == 0,
        _ => false,
    };

    /// <summary>The text, where this holds text; else null.</summary>
    public string? Text => Kind == FieldKind.Text ? (string)_held! : null;

    /// <summary>The truth value, where this holds one; else null.</summary>
    public bool? Boolean => Kind == FieldKind.Boolean ? _bits != 0 : null;

    /// <summary>The whole number, where this holds one; else null.</summary>
    public long? Integer => Kind == FieldKind.Integer ? _bits : null;

    /// <summary>The decimal number, where this holds one that the type can hold (28 digits); else null.</summary>
    public decimal? Decimal => Kind == FieldKind.Decimal
        && decimal.TryParse((string)_held!, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : null;

    /// <summary>The floating-point number, where this holds one; else null.</summary>
    public double? Float => Kind == FieldKind.Float ? BitConverter.Int64BitsToDouble(_bits) : null;

    /// <summary>The elements, where this holds a list; else null.</summary>
    public IReadOnlyList<FieldValue>? List => Kind == FieldKind.List ? (FieldValue[])_held! : null;

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

    /// <summary>A decimal number; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(decimal? value) =>
        value is { } some ? OfDigits(some.ToString(CultureInfo.InvariantCulture)) : Null;

    /// <summary>A floating-point number; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(double? value) => value is { } some
        ? new(FieldKind.Float, bits: BitConverter.DoubleToInt64Bits(double.IsNaN(some) ? double.NaN : some))
        : Null;

    /// <summary>A list, copied; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(IReadOnlyList<FieldValue>? elements) =>
        elements is null ? Null : new(FieldKind.List, elements.ToArray());

    /// <summary>
    /// A number as a system wrote it, with all its digits; null is <see cref="Null"/>, and what is no number stays
    /// text.
    /// </summary>
    public static FieldValue OfNumber(string? written) =>
        written is not null && NumberForm.Read(written) is not null ? OfDigits(written.Trim()) : Of(written);

    /// <summary>A day; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(DateOnly? value) =>
        value is { } some ? new(FieldKind.Date, bits: some.DayNumber) : Null;

    /// <summary>A point in time; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(DateTimeOffset? value) =>
        value is { } some ? new(FieldKind.Instant, bits: some.UtcTicks) : Null;

    /// <summary>Reads what <see cref="ToStored"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by <see cref="ToStored"/>.</exception>
    public static FieldValue FromStored(string stored) => StoredValue.Read(stored);

    /// <summary>A text from which <see cref="FromStored"/> makes the same value again.</summary>
    public string ToStored() => StoredValue.Write(this);

    /// <inheritdoc/>
    public bool Equals(FieldValue other) => Kind == other.Kind && _bits == other._bits && _held switch
    {
        null => other._held is null,
        string text => string.Equals(text, (string?)other._held, StringComparison.Ordinal),
        _ => ((FieldValue[])_held).AsSpan().SequenceEqual((FieldValue[])other._held!),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_held is not FieldValue[] elements)
            return HashCode.Combine(Kind, _bits, _held);

        var hash = default(HashCode);
        foreach (var element in elements)
            hash.Add(element);

        return hash.ToHashCode();
    }

    /// <summary>The value as people read it: blank for absent and null.</summary>
    public override string ToString() => Kind switch
    {
        FieldKind.Absent or FieldKind.Null => "",
        FieldKind.Boolean => _bits != 0 ? "true" : "false",
        FieldKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        FieldKind.Float => Float!.Value.ToString("R", CultureInfo.InvariantCulture),
        FieldKind.Date => Date!.Value.ToString("O", CultureInfo.InvariantCulture),
        FieldKind.Instant => Instant!.Value.ToString("O", CultureInfo.InvariantCulture),
        FieldKind.List => $"[{string.Join(", ", (FieldValue[])_held!)}]",
        _ => (string)_held!,
    };

    /// <summary>A decimal number of these digits, which were found to be one.</summary>
    internal static FieldValue OfDigits(string digits) => new(FieldKind.Decimal, digits);

    /// <summary>Whether both are equal to the letter.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);
}
