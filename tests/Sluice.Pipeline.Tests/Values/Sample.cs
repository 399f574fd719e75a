namespace Sluice.Pipeline.Tests;

/// <summary>Random values for laws: few different ones, so that equal and nearly equal ones meet often.</summary>
internal sealed class Sample(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "\u00a0", "a", "A", " a ", "b", "B ", "\u00e9", "e\u0301", "E\u0301", "ann@x.no", "Ann@X.no ", "n/a", "-",
        "Anna  B", "Anna B", "\ud800", "1", "1.0", "01.00", "1e0", "-0", "1,0", "2026-03-29", "2026-03-29T00:00:00Z",
        "2026-03-29T02:00:00+02:00", "2026-03-29T00:00:00.000400Z", "+47 22 33 44 55", "0047 22334455", "22 33 44 55",
        "22334455",
    ];

    private static readonly DateTimeOffset Start = new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(seed);

    public int Below(int bound) => _random.Next(bound);

    public T Of<T>(ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    public T Of<T>()
        where T : struct, Enum => Of<T>(Enum.GetValues<T>());

    public Comparison Comparison() => new(Of<Canonical>())
    {
        Region = Of<string?>([null, "NO", "SE"]), Precision = Of<Precision>(), Order = Of<ListOrder>(),
    };

    public FieldValue Value(int depth = 1) => Of<FieldKind>() switch
    {
        FieldKind.Absent => FieldValue.Absent,
        FieldKind.Null => FieldValue.Null,
        FieldKind.Boolean => FieldValue.Of(_random.Next(2) == 0),
        FieldKind.Integer => FieldValue.Of((long?)(_random.Next(20) == 0 ? _random.NextInt64() : _random.Next(3))),
        FieldKind.Decimal => FieldValue.OfNumber(Of<string>(
            ["1", "1.0", "1.00", "1.01", "1e2", "-0", "0.000", "123456789012345678901234567890.123456789"])),
        FieldKind.Float => FieldValue.Of(Of<double?>([0.1, 1, -0.0, double.NaN, double.PositiveInfinity, 1e300])),
        FieldKind.Date => FieldValue.Of(DateOnly.FromDateTime(Start.DateTime).AddDays(_random.Next(-1, 2))),
        FieldKind.Instant => FieldValue.Of(Start.AddTicks(Of<long>([0, 1, 10, 10_000, 4_000, 10_000_000, -1]))),
        FieldKind.List when depth > 0 =>
            FieldValue.Of([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1))]),
        _ => FieldValue.Of(Of<string>(Texts)),
    };
}
