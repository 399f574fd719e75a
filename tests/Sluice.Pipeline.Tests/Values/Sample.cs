using System.Numerics;

namespace Sluice.Pipeline.Tests;

/// <summary>Random cases from one seed: few different values, so that equal and nearly equal ones meet often.</summary>
internal sealed class Sample(int seed)
{
    // Of each row, several are the same in some form.
    private static readonly FieldValue[][] Alike =
    [
        Texts("ann@x.no", "Ann@X.no ", "ANN@x.no\u00a0", "bob@x.no", "\u00e9@x.no", "e\u0301@x.no"),
        Texts("Anna  B", "Anna B", " Anna B", "anna b", "Ren\u00e9", "Rene\u0301"),
        Texts("+47 22 33 44 55", "0047 22334455", "22 33 44 55", "22334455", "n/a", "-", "070-174 06 05"),
        Texts("1", "1.0", "01.00", "1e0", "-0", "1,0", "2"),
        Texts("2026-03-29", "2026-03-29T00:00:00Z", "2026-03-29T02:00:00+02:00", "2026-03-29T00:00:00.000400Z"),
        Texts("", " ", "\u00a0", "a", "A", "\ud800"),
        [
            FieldValue.Of((long?)1), FieldValue.Of((decimal?)1.0m), FieldValue.Of((double?)1), FieldValue.Of("1"),
            FieldValue.OfNumber("123456789012345678901234567890.10"),
            FieldValue.OfNumber("123456789012345678901234567890.1"),
        ],
        [
            FieldValue.Of((double?)0.1), FieldValue.OfNumber("0.10"), FieldValue.Of((double?)-0.0),
            FieldValue.Of((double?)double.NaN), FieldValue.Of((double?)double.PositiveInfinity),
            FieldValue.Of((long?)0), FieldValue.Of((long?)long.MinValue),
        ],
        [
            FieldValue.Of(Start), FieldValue.Of(Start.AddTicks(1)), FieldValue.Of(Start.AddTicks(10_010)),
            FieldValue.Of(Start.AddSeconds(1)), FieldValue.Of(Start.AddTicks(-1)), FieldValue.Of(Day),
        ],
        [FieldValue.Of(Day), FieldValue.Of(Day.AddDays(1)), FieldValue.Of("2026-03-29"), FieldValue.Of(Start)],
        [FieldValue.Of((bool?)true), FieldValue.Of((bool?)false), FieldValue.Of("true")],
        [
            FieldValue.Of(BigInteger.Pow(10, 30)), FieldValue.Of(-BigInteger.Pow(10, 30)),
            FieldValue.OfNumber("1e30"), FieldValue.Of("1000000000000000000000000000000"),
        ],
        [FieldValue.Of(Start, 1), FieldValue.Of(Start, 99), FieldValue.Of(Start), FieldValue.Of(Start.AddTicks(1), 1)],
        [FieldValue.OfUri("http://x.no/"), FieldValue.OfUri(""), FieldValue.Of("http://x.no/")],
        [FieldValue.OfBytes([0, 255]), FieldValue.OfBytes([]), FieldValue.Of("AP8=")],
        [
            Object(("a", FieldValue.Of(1)), ("b", FieldValue.Null)),
            Object(("b", FieldValue.Null), ("a", FieldValue.Of(1))),
            Object(("a:1", List("x"))), Object(),
        ],
        [
            List("a", "b"), List("b", "a"), List("A", "b "), List("a", "b", "b"), List(), List(""),
            FieldValue.Of([List("k", "1"), List("l", "2")]), FieldValue.Of([List("l", "2"), List("k", "1")]),
        ],
    ];

    private ulong _state = (ulong)seed;

    private static DateTimeOffset Start => new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero);

    private static DateOnly Day => new(2026, 3, 29);

    // SplitMix64: fast, and the same on every machine.
    public int Below(int bound)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(((mixed ^ (mixed >> 31)) >> 32) * (ulong)bound >> 32);
    }

    public bool Happens(int percent) => Below(100) < percent;

    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public T Of<T>()
        where T : struct, Enum => Of<T>(Members<T>.All);

    public Comparison Comparison() => new(Of<Canonical>())
    {
        Region = Of<string?>([null, "NO", "SE"]), Precision = Of<Precision>(), Order = Of<ListOrder>(),
    };

    /// <summary>Values of which several may be the same.</summary>
    public ReadOnlySpan<FieldValue> Kin() => Alike[Below(Alike.Length)];

    public FieldValue Value() => Value(Kin());

    /// <summary>One of a kin, or nothing.</summary>
    public FieldValue Value(ReadOnlySpan<FieldValue> kin) => Below(10) switch
    {
        0 => FieldValue.Absent,
        1 => FieldValue.Null,
        _ => Of(kin),
    };

    /// <summary>A list of lists of anything.</summary>
    public FieldValue Nested(int depth) => depth == 0 || Happens(30)
        ? Value()
        : FieldValue.Of([.. Enumerable.Range(0, Below(4)).Select(_ => Nested(depth - 1))]);

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static FieldValue[] Texts(params string[] texts) => [.. texts.Select(text => FieldValue.Of(text))];

    private static FieldValue List(params string[] texts) => FieldValue.Of(Texts(texts));

    private static FieldValue Object(params (string Name, FieldValue Value)[] members) =>
        FieldValue.OfMembers(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    private static class Members<T>
        where T : struct, Enum
    {
        public static readonly T[] All = Enum.GetValues<T>();
    }
}
