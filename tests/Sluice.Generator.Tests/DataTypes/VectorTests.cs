using System.Globalization;
using Sluice.Generator.Documents.Emission;
using Sluice.Generator.Tests.Harness;
using Sluice.Specification.DataTypes;

namespace Sluice.Generator.Tests.DataTypes;

/// <summary>What expressions compute once they are C#: all of them in one project that the generator wrote.</summary>
public sealed class VectorTests
{
    private const string Class = "Sluice.Flows.Expressions";

    private static readonly Lazy<Func<int, FieldValue, FieldValue>> Compiled = new(Compile);

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

    private static Func<int, FieldValue, FieldValue> Compile()
    {
        var methods = Vectors.All.Select((row, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"{i} => {ExpressionCode.Value(DataType.Read(row.Expression).Expression!, "value")},"));
        var text = $$"""
            #nullable enable
            namespace Sluice.Flows;
            internal static class Expressions
            {
                private static System.TimeProvider Clock { get; } = new Noon();
                public static FieldValue Of(int row, FieldValue value) => row switch
                {
                    {{string.Join("\n            ", methods)}}
                    _ => FieldValue.Absent,
                };

                private sealed class Noon : System.TimeProvider
                {
                    public override System.DateTimeOffset GetUtcNow() =>
                        new(2026, 1, 1, 12, 0, 0, global::System.TimeSpan.Zero);
                }
            }
            """;
        var generation = new Project().Source("Expressions.cs", text).Run();
        Assert.True(generation.CompilerMessages.Length == 0, string.Join('\n', generation.CompilerMessages));
        return generation.Assembly(Class).GetType(Class)!.GetMethod("Of")!
            .CreateDelegate<Func<int, FieldValue, FieldValue>>();
    }
}
