using System.Globalization;
using System.Numerics;

namespace Sluice;

/// <summary>One value of a field: absent, null, or something. The default is absent.</summary>
/// <remarks>Equality is to the letter; <see cref="CanonicalForm"/> compares by meaning.</remarks>
public readonly partial struct FieldValue : IEquatable<FieldValue>
{
    // Text, the digits of a decimal number, a whole number beyond 64 bits, the elements of a list, the members of an
    // object, or what is wrong with a value that is absent: one reference, so that a value stays small.
    private readonly object? _held;
    private readonly long _bits;

    // Of a point in time, beyond its tick of 100.
    private readonly byte _nanoseconds;

    private FieldValue(FieldKind kind, object? held = null, long bits = 0, int nanoseconds = 0) =>
        (Kind, _held, _bits, _nanoseconds) = (kind, held, bits, (byte)nanoseconds);

    /// <summary>Not contained in the answer.</summary>
    public static FieldValue Absent => default;

    /// <summary>Contained, and nothing.</summary>
    public static FieldValue Null => new(FieldKind.Null);

    /// <summary>What this holds.</summary>
    public FieldKind Kind { get; }

    /// <summary>Whether the answer did not contain the property.</summary>
    public bool IsAbsent => Kind == FieldKind.Absent;

    /// <summary>
    /// Whether this is absent, null, text without a visible character, or a list of nothing but these.
    /// </summary>
    public bool IsBlank => Kind switch
    {
        FieldKind.Absent or FieldKind.Null => true,
        FieldKind.Text => string.IsNullOrWhiteSpace((string)_held!),
        FieldKind.List => Array.TrueForAll(Elements, static element => element.IsBlank),
        _ => false,
    };

    /// <summary>The text, where this holds text; else null.</summary>
    public string? Text => Kind == FieldKind.Text ? (string)_held! : null;

    /// <summary>The GUID, where this holds text that is one; else null.</summary>
    public Guid? Guid => System.Guid.TryParse(Text, out var guid) ? guid : null;

    /// <summary>The truth value, where this holds one; else null.</summary>
    public bool? Boolean => Kind == FieldKind.Boolean ? _bits != 0 : null;

    /// <summary>The whole number, where this holds one of 64 bits; else null.</summary>
    public long? Integer => Kind == FieldKind.Integer && _held is null ? _bits : null;

    /// <summary>The whole number, where this holds one of any length; else null.</summary>
    public BigInteger? WholeNumber =>
        Kind != FieldKind.Integer ? null : _held is BigInteger number ? number : new BigInteger(_bits);

    /// <summary>The decimal number, where this holds one that the type can hold (28 digits); else null.</summary>
    public decimal? Decimal => Kind == FieldKind.Decimal
        && decimal.TryParse((string)_held!, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : null;

    /// <summary>The floating-point number, where this holds one; else null.</summary>
    public double? Float => Kind == FieldKind.Float ? BitConverter.Int64BitsToDouble(_bits) : null;

    /// <summary>The elements, where this holds a list; else null.</summary>
    public IReadOnlyList<FieldValue>? List => Kind == FieldKind.List ? Elements : null;

    /// <summary>The day, where this holds one; else null.</summary>
    public DateOnly? Date => Kind == FieldKind.Date ? DateOnly.FromDayNumber((int)_bits) : null;

    /// <summary>The point in time in UTC, to its tick of 100 nanoseconds, where this holds one; else null.</summary>
    public DateTimeOffset? Instant => Kind == FieldKind.Instant ? new DateTimeOffset(_bits, TimeSpan.Zero) : null;

    /// <summary>The nanoseconds of a point in time beyond its tick, from 0 to 99.</summary>
    public int Nanoseconds => _nanoseconds;

    /// <summary>The URI, where this holds one; else null.</summary>
    public string? Uri => Kind == FieldKind.Uri ? (string)_held! : null;

    /// <summary>The bytes in base 64, where this holds any; else null.</summary>
    public string? Bytes => Kind == FieldKind.Bytes ? (string)_held! : null;

    /// <summary>The members in ordinal order of their names, where this holds an object; else null.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldValue>>? Members =>
        Kind == FieldKind.Object ? (KeyValuePair<string, FieldValue>[])_held! : null;

    /// <summary>
    /// Why this is absent, or lacks elements: a value that could not be converted, in words. Null where nothing is
    /// wrong. It is no part of the value: two values are equal whatever is wrong with either.
    /// </summary>
    public string? Issue => _held switch
    {
        string words when Kind == FieldKind.Absent => words,
        PartialList list => list.Issue,
        _ => null,
    };

    private FieldValue[] Elements => _held is PartialList list ? list.Elements : (FieldValue[])_held!;

    /// <summary>This value, else another one where this is blank.</summary>
    public FieldValue Or(FieldValue next) => IsBlank ? next : this;

    /// <summary>
    /// This value, where it can be taken back; else absent, with the reason why it cannot be.
    /// </summary>
    /// <param name="back">What takes it back.</param>
    public FieldValue Provided(Func<FieldValue, FieldValue> back)
    {
        ArgumentNullException.ThrowIfNull(back);
        return back(this).Issue is { } issue ? Unconverted(issue) : this;
    }

    /// <summary>This value, where another one is what it has to be; else null.</summary>
    /// <param name="held">The value that it depends on.</param>
    /// <param name="demanded">What that has to be, as text.</param>
    public FieldValue When(FieldValue held, string demanded) =>
        string.Equals(held.ToString(), demanded, StringComparison.Ordinal) ? this : Null;

    /// <summary>Text; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(string? value) => value is null ? Null : new(FieldKind.Text, value);

    /// <summary>A GUID, as text in the form in which JSON writes it; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(Guid? value) => Of(value?.ToString("D", CultureInfo.InvariantCulture));

    /// <summary>A truth value; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(bool? value) => value is { } some ? new(FieldKind.Boolean, bits: some ? 1 : 0) : Null;

    /// <summary>A whole number; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(long? value) => value is { } some ? new(FieldKind.Integer, bits: some) : Null;

    /// <summary>A whole number of any length; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(BigInteger? value) => value switch
    {
        null => Null,
        { } some when some >= long.MinValue && some <= long.MaxValue => new(FieldKind.Integer, bits: (long)some),
        { } some => new(FieldKind.Integer, some),
    };

    /// <summary>A decimal number; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(decimal? value) =>
        value is { } some ? OfDigits(some.ToString(CultureInfo.InvariantCulture)) : Null;

    /// <summary>A floating-point number; null is <see cref="Null"/>.</summary>
    public static FieldValue Of(double? value) => value is { } some
        ? new(FieldKind.Float, bits: BitConverter.DoubleToInt64Bits(double.IsNaN(some) ? double.NaN : some))
        : Null;

    /// <summary>
    /// A floating-point number of 32 bits, as the shortest digits say it that tell it from others: 0.1 of 32 bits is
    /// 0.1. Null is <see cref="Null"/>.
    /// </summary>
    public static FieldValue Of(float? value) => value is { } some
        ? Of((double?)double.Parse(some.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
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

    /// <summary>A point in time to a nanosecond.</summary>
    /// <param name="value">The point in time, to its tick.</param>
    /// <param name="nanoseconds">The nanoseconds beyond that, from 0 to 99.</param>
    public static FieldValue Of(DateTimeOffset value, int nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)nanoseconds, 99u);
        return new(FieldKind.Instant, bits: value.UtcTicks, nanoseconds: nanoseconds);
    }

    /// <summary>A URI; null is <see cref="Null"/>.</summary>
    public static FieldValue OfUri(string? value) => value is null ? Null : new(FieldKind.Uri, value);

    /// <summary>Bytes; null is <see cref="Null"/>.</summary>
    public static FieldValue OfBytes(byte[]? value) =>
        value is null ? Null : new(FieldKind.Bytes, Convert.ToBase64String(value));

    /// <summary>An object; of members with one name the last counts. Null is <see cref="Null"/>.</summary>
    public static FieldValue OfMembers(IEnumerable<KeyValuePair<string, FieldValue>>? members)
    {
        if (members is null)
            return Null;

        var sorted = new SortedDictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
            sorted[name] = value;

        return new(FieldKind.Object, sorted.ToArray());
    }

    /// <summary>Absent, because a value could not be converted.</summary>
    /// <param name="issue">What is wrong, in words: <c>'twelve' is not an integer</c>.</param>
    public static FieldValue Unconverted(string issue) => new(FieldKind.Absent, issue);

    /// <summary>Reads what <see cref="ToStored"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by <see cref="ToStored"/>.</exception>
    public static FieldValue FromStored(string stored) => StoredValue.Read(stored);

    /// <summary>A text from which <see cref="FromStored"/> makes the same value again.</summary>
    public string ToStored() => StoredValue.Write(this);

    /// <summary>The value as people read it: blank for absent and null.</summary>
    public override string ToString() => Kind switch
    {
        FieldKind.Absent or FieldKind.Null => "",
        FieldKind.Boolean => _bits != 0 ? "true" : "false",
        FieldKind.Integer => WholeNumber!.Value.ToString(CultureInfo.InvariantCulture),
        FieldKind.Float => Float!.Value.ToString("R", CultureInfo.InvariantCulture),
        FieldKind.Date => Date!.Value.ToString("O", CultureInfo.InvariantCulture),
        FieldKind.Instant when _nanoseconds > 0 => InstantForm.Precise(Instant!.Value, _nanoseconds),
        FieldKind.Instant => Instant!.Value.ToString("O", CultureInfo.InvariantCulture),
        FieldKind.List => $"[{string.Join(", ", Elements)}]",
        FieldKind.Object => $"{{{string.Join(", ", Members!.Select(member => $"{member.Key}: {member.Value}"))}}}",
        _ => (string)_held!,
    };

    /// <summary>A decimal number of these digits, which were found to be one.</summary>
    internal static FieldValue OfDigits(string digits) => new(FieldKind.Decimal, digits);

    /// <summary>A list that lacks what could not be converted; an ordinary one where nothing is wrong.</summary>
    internal static FieldValue Of(FieldValue[] elements, string? issue) =>
        new(FieldKind.List, issue is null ? elements : new PartialList(elements, issue));

    private sealed record PartialList(FieldValue[] Elements, string Issue);
}
