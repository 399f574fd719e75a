using System.Globalization;
using Sluice.Generator.Documents.Emission;
using Sluice.Generator.Tests.Harness;
using Sluice.Specification.DataTypes;

namespace Sluice.Generator.Tests.DataTypes;

/// <summary>Expressions as the generator writes them, compiled in one project.</summary>
internal static class CompiledExpressions
{
    private const string Class = "Sluice.Flows.Expressions";

    /// <summary>What an expression, by its place, makes of a value at noon of the first day of 2026.</summary>
    public static Func<int, FieldValue, FieldValue> Of(IReadOnlyList<Expression> expressions)
    {
        var methods = expressions.Select((expression, i) => string.Create(
            CultureInfo.InvariantCulture, $"{i} => {ExpressionCode.Value(expression, "value")},"));
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
