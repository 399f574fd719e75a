using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>
/// A patch of an order, and of its lines by their ids: <c>/SalesOrderLines/7/Quantity</c> is a property of line 7,
/// <c>/SalesOrderLines/-</c> a new line. Lines that stay as they are are not named.
/// </summary>
/// <param name="order">How an order is written.</param>
/// <param name="line">How a line is written.</param>
internal sealed class SalesOrderChanges(JsonTypeInfo<SalesOrder> order, JsonTypeInfo<SalesOrderLine> line)
    : IUpdateFormat
{
    private const string Lines = SalesOrderLines.Member;

    private readonly JsonPatch _order = new(order);
    private readonly JsonPatch _line = new(line);

    public JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched)
    {
        var ofLines = touched.Where(path => path.Split('.')[0] == Lines).ToList();
        var operations = _order.Body(changed, current, [.. touched.Except(ofLines)]).AsArray();
        if (ofLines.Count > 0)
            foreach (var operation in OfLines(changed[Lines] as JsonArray ?? [], current))
                operations.Add((JsonNode)operation);

        return operations;
    }

    private IEnumerable<JsonObject> OfLines(JsonArray changed, Record current)
    {
        // Which lines there are is shown only where an order is read by itself.
        if (!current.Raw.TryGetProperty(Lines, out var raw) || raw.ValueKind != JsonValueKind.Array)
        {
            yield return Operation("replace", "", changed.DeepClone());
            yield break;
        }

        var known = ((SalesOrder)current.Value).SalesOrderLines!
            .Zip(raw.EnumerateArray(), (value, element) => (value, element))
            .Where(one => one.value?.Id is not null)
            .ToDictionary(one => one.value.Id!.Value);
        foreach (var now in changed.OfType<JsonObject>())
        {
            var id = now["Id"]?.GetValue<long>();
            now.Remove("Id");
            if (id is null)
                yield return Operation("add", "/-", Paths.WithoutNulls(now));
            else if (!known.Remove(id.Value, out var before))
                yield return Operation("add", $"/{Text(id.Value)}", Paths.WithoutNulls(now));
            else
                foreach (var operation in Patch(now, before, id.Value))
                    yield return operation;
        }

        foreach (var gone in known.Keys)
            yield return new() { ["op"] = "remove", ["path"] = $"{SalesOrderLines.Pointer}/{Text(gone)}" };
    }

    private IEnumerable<JsonObject> Patch(JsonObject now, (SalesOrderLine Value, JsonElement Raw) before, long id)
    {
        var was = JsonSerializer.SerializeToNode(before.Value, line)!.AsObject();
        var different = now.Where(member => !JsonNode.DeepEquals(member.Value, was[member.Key]))
            .Select(member => member.Key).ToList();
        var record = new Record(Text(id), before.Value, before.Raw, new(new("", Lines), Text(id)));
        foreach (var operation in _line.Body(now, record, different).AsArray())
            yield return Operation(
                operation!["op"]!.GetValue<string>(), $"/{Text(id)}{operation["path"]!.GetValue<string>()}",
                operation["value"]?.DeepClone());
    }

    private static JsonObject Operation(string op, string path, JsonNode? value) =>
        new() { ["op"] = op, ["path"] = SalesOrderLines.Pointer + path, ["value"] = value };

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
