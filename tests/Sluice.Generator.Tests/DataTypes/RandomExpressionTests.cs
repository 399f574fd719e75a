using System.Numerics;
using Sluice.Specification.DataTypes;
using Sluice.Specification.Tests.DataTypes;

namespace Sluice.Generator.Tests.DataTypes;

/// <summary>Expressions that nobody has seen: they compile, and compute something of anything.</summary>
public sealed class RandomExpressionTests(ITestOutputHelper output)
{
    private const int Cases = 400;

    private static readonly FieldValue[] Values =
    [
        FieldValue.Absent, FieldValue.Null, FieldValue.Of(""), FieldValue.Of(" x y "), FieldValue.Of("+47 98 76"),
        FieldValue.Of("12"), FieldValue.Of("1e400"), FieldValue.Of("\ud800"), FieldValue.Of("2015-07-28"),
        FieldValue.Of(0), FieldValue.Of(long.MinValue), FieldValue.Of(BigInteger.Pow(10, 40)),
        FieldValue.OfNumber("1e1000000"), FieldValue.OfNumber("-0.50"), FieldValue.Of((double?)double.NaN),
        FieldValue.Of((double?)double.Epsilon), FieldValue.Of((double?)1e308), FieldValue.Of((bool?)true),
        FieldValue.Of((DateTimeOffset?)DateTimeOffset.MinValue), FieldValue.Of(DateTimeOffset.MaxValue, 99),
        FieldValue.Of((DateOnly?)DateOnly.MaxValue), FieldValue.OfUri("http://x/"), FieldValue.OfBytes([255, 0]),
        FieldValue.Unconverted("'x' is not y"), FieldValue.Of([]),
        FieldValue.Of([FieldValue.Of("a"), FieldValue.Null, FieldValue.Of(1), FieldValue.Of([FieldValue.Of("b")])]),
        FieldValue.OfMembers([KeyValuePair.Create("name", FieldValue.Of("n"))]),
    ];

    [Fact]
    public void An_expression_compiles_and_throws_for_no_value()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        Expression[] expressions =
            [.. Enumerable.Range(0, Cases).Select(i => new RandomExpression(unchecked(seed + i)).Call(i % 4))];

        var compiled = CompiledExpressions.Of(expressions);

        for (var i = 0; i < Cases; i++)
            foreach (var value in Values)
            {
                var computed = Xunit.Record.Exception(() => compiled(i, value));
                Assert.True(computed is null, $"seed {seed + i}: {expressions[i]} of '{value}': {computed}");
            }
    }
}
