namespace Sluice.Host.Graphing;

/// <summary>A flow from one entity to another.</summary>
/// <param name="Source">The source.</param>
/// <param name="Target">The target.</param>
/// <param name="Creation">The creation clause, in the words of <c>check --json</c>.</param>
/// <param name="Condition">The prose of a free-form clause.</param>
/// <param name="ConnectedTo">What a record has to be connected to, where the clause says so; else nothing.</param>
/// <param name="MatchRules">How many match rules there are.</param>
/// <param name="Fields">How many targets are filled.</param>
internal sealed record GraphFlow(
    GraphEntity Source, GraphEntity Target, string Creation, string? Condition, IReadOnlyList<string> ConnectedTo,
    int MatchRules, int Fields)
{
    /// <summary>Whether it creates anything.</summary>
    public bool Creates => Creation != "link-required";

    /// <summary>The flow in a few words.</summary>
    public string Words =>
        $"{Creation}, {Count(MatchRules, "match rule")}, {Count(Fields, "field")}";

    /// <summary>Which records it creates something for; null where that is all or none.</summary>
    public string? Which => Condition
        ?? (ConnectedTo.Count > 0 ? $"if connected to {string.Join(" or ", ConnectedTo)}" : null);

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
