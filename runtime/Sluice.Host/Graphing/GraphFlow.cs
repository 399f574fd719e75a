namespace Sluice.Host.Graphing;

/// <summary>A flow from one entity to another.</summary>
/// <param name="Source">The source.</param>
/// <param name="Target">The target.</param>
/// <param name="Creation">The creation clause, in the words of <c>check --json</c>.</param>
/// <param name="Condition">The prose of a free-form clause.</param>
/// <param name="MatchRules">How many match rules there are.</param>
/// <param name="Fields">How many targets are filled.</param>
internal sealed record GraphFlow(
    GraphEntity Source, GraphEntity Target, string Creation, string? Condition, int MatchRules, int Fields)
{
    /// <summary>Whether it creates anything.</summary>
    public bool Creates => Creation != "link-required";

    /// <summary>The flow in a few words.</summary>
    public string Words =>
        $"{Creation}, {Count(MatchRules, "match rule")}, {Count(Fields, "field")}";

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
