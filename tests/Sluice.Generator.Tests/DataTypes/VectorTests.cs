using Sluice.Specification.DataTypes;

namespace Sluice.Generator.Tests.DataTypes;

/// <summary>What expressions compute once they are C#: all of them in one project that the generator wrote.</summary>
public sealed class VectorTests
{
    private static readonly Lazy<Func<int, FieldValue, FieldValue>> Compiled = new(() =>
        CompiledExpressions.Of([.. Vectors.All.Select(row => DataType.Read(row.Expression).Expression!)]));

    public static TheoryData<int, string> Rows => [.. Vectors.All.Select((row, i) =>
        new TheoryDataRow<int, string>(i, $"{row.Expression} of {row.Value}"))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_expression_computes_what_the_language_says(int row, string shown)
    {
        var (_, value, expected) = Vectors.All[row];

        var result = Compiled.Value(row, value);

        Assert.True(Vectors.Is(expected, result), $"{shown} is '{result}' ({result.Kind}), not {expected}");
    }
}
