using System.Text.Json.Nodes;

namespace Sluice;

/// <summary>Puts a value where a path leads, in JSON that belongs to the caller. Nothing else is lost by it.</summary>
internal static class OpenWriter
{
    public static void Write(
        JsonObject node, ReadOnlySpan<string> path, FieldValue value, OpenCondition[] conditions)
    {
        if (!value.IsBlank)
            foreach (var condition in conditions)
                if (!condition.GoesWith(path) && !condition.Holds(node))
                    Write(node, condition.Path.Span, FieldValue.Of(condition.Value), []);

        var name = path[0];
        var rest = path[1..];
        var going = OpenCondition.Going(conditions, name);
        var member = node[name];
        switch (member)
        {
            case JsonArray list when rest.Length > 0:
                Write(list, rest, value, going);
                break;
            case JsonObject inner when rest.Length > 0:
                Write(inner, rest, value, going);
                break;
            case null when rest.Length > 0:
                if (!value.IsBlank)
                    node[name] = New(rest, value, going);
                break;
            case not JsonObject when rest.Length == 0 && !HoldsObjects(member):
                node[name] = OpenJson.Write(value);
                break;
        }
    }

    // They would be lost: another path may lead into them.
    private static bool HoldsObjects(JsonNode? node) =>
        node is JsonArray list && list.Any(element => element is JsonObject || HoldsObjects(element));

    private static JsonObject New(ReadOnlySpan<string> path, FieldValue value, OpenCondition[] conditions)
    {
        var made = new JsonObject();
        Write(made, path, value, conditions);
        return made;
    }

    private static void Write(
        JsonArray list, ReadOnlySpan<string> path, FieldValue value, OpenCondition[] conditions)
    {
        // A list of anything but objects has no place for what the path names.
        var elements = list.OfType<JsonObject>().ToList();
        if (elements.Count == 0 && list.Count > 0)
            return;

        if (conditions.Length > 0)
            WriteOne(list, elements, path, value, conditions);
        else
            WriteEach(list, elements, path, value);
    }

    private static void WriteOne(
        JsonArray list, List<JsonObject> elements, ReadOnlySpan<string> path, FieldValue value,
        OpenCondition[] conditions)
    {
        if (elements.Find(element => Array.TrueForAll(conditions, one => one.Holds(element))) is { } meant)
            Write(meant, path, value, conditions);
        else if (!value.IsBlank)
            list.Add((JsonNode)New(path, value, conditions));
    }

    private static void WriteEach(
        JsonArray list, List<JsonObject> elements, ReadOnlySpan<string> path, FieldValue value)
    {
        string[] names = [.. path];
        var values = new Queue<FieldValue>(value.IsBlank ? [] : Elements.Of(value));
        var holding = elements.ConvertAll(element => !OpenReader.Read(element, names, []).IsBlank);
        var others = values.Count - holding.Count(holds => holds);
        for (var i = 0; i < elements.Count; i++)
            if (holding[i] || others-- > 0)
                Write(elements[i], path, values.TryDequeue(out var next) ? next : FieldValue.Null, []);

        foreach (var more in values)
            list.Add((JsonNode)New(path, more, []));
    }
}
