using System.Text.Json.Nodes;

namespace Sluice;

/// <summary>Follows a path down through JSON.</summary>
internal static class OpenReader
{
    public static FieldValue Read(JsonNode? node, ReadOnlySpan<string> path, OpenCondition[] conditions)
    {
        if (node is JsonArray list)
            return Read(list, path, conditions);

        // Those that lead another way from here are decided here.
        foreach (var condition in conditions)
            if (!(node is JsonObject && condition.GoesWith(path)) && !condition.Holds(node))
                return FieldValue.Null;

        return node switch
        {
            null => FieldValue.Null,
            JsonObject members when path.Length > 0 => members.TryGetPropertyValue(path[0], out var member)
                ? Read(member, path[1..], OpenCondition.Going(conditions, path[0]))
                : FieldValue.Absent,
            JsonValue scalar when path.Length == 0 => OpenJson.Read(scalar),
            _ => FieldValue.Absent,
        };
    }

    private static FieldValue Read(JsonArray list, ReadOnlySpan<string> path, OpenCondition[] conditions)
    {
        if (path.Length == 0 && conditions.Length == 0)
            return Whole(list);

        var values = new List<FieldValue>(list.Count);
        var isKnown = list.Count == 0;
        foreach (var element in list)
        {
            var value = Read(element, path, conditions);
            isKnown |= !value.IsAbsent;
            values.AddRange(Elements.Of(value));
        }

        if (!isKnown)
            return FieldValue.Absent;

        return conditions.Length > 0 ? Lists.First(FieldValue.Of(values))
            : path.Length > 0 && values.Count == 1 ? values[0]
            : FieldValue.Of(values);
    }

    // Where the path ends, the list is the value, with its nulls and the lists in it. Objects are no values.
    private static FieldValue Whole(JsonArray list)
    {
        var values = new List<FieldValue>(list.Count);
        foreach (var element in list)
        {
            var value = element switch
            {
                null => FieldValue.Null,
                JsonArray inner => Whole(inner),
                JsonValue scalar => OpenJson.Read(scalar),
                _ => FieldValue.Absent,
            };
            if (!value.IsAbsent)
                values.Add(value);
        }

        return values.Count == 0 && list.Count > 0 ? FieldValue.Absent : FieldValue.Of(values);
    }
}
