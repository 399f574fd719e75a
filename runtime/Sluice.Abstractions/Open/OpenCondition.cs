using System.Text.Json.Nodes;

namespace Sluice;

/// <summary>What has to stand somewhere for a value to count.</summary>
/// <param name="Path">Where, from the node that is looked at.</param>
/// <param name="Value">What, as text.</param>
internal readonly record struct OpenCondition(ReadOnlyMemory<string> Path, string Value)
{
    public static OpenCondition[] Of(ReadOnlySpan<(string Path, string Value)> where)
    {
        var conditions = new OpenCondition[where.Length];
        for (var i = 0; i < conditions.Length; i++)
            conditions[i] = new(where[i].Path.Split('.'), where[i].Value);

        return conditions;
    }

    /// <summary>Whether one of the values at the path is the one demanded.</summary>
    public bool Holds(JsonNode? node)
    {
        var demanded = Value;
        return Elements.Of(OpenReader.Read(node, Path.Span, [])).Any(value => value.Kind == FieldKind.Boolean
            ? string.Equals(ValueText.Of(value), demanded, StringComparison.OrdinalIgnoreCase)
            : ValueText.Of(value) == demanded);
    }

    /// <summary>Whether it leads the same way as a path for one more name, so that one list may hold both.</summary>
    public bool GoesWith(ReadOnlySpan<string> path) =>
        path.Length > 0 && Path.Length > 0 && Path.Span[0] == path[0];

    /// <summary>The same behind the first name.</summary>
    public OpenCondition Next() => this with { Path = Path[1..] };

    /// <summary>Those that lead the same way, behind the first name.</summary>
    public static OpenCondition[] Going(OpenCondition[] conditions, string name)
    {
        if (conditions.Length == 0)
            return conditions;

        string[] path = [name];
        return [.. conditions.Where(one => one.GoesWith(path)).Select(one => one.Next())];
    }
}
