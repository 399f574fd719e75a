using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>
/// The lines of an order go with a new order. Later each has an address of its own, and a patch of the order does not
/// reach them: an update is taken apart into what goes to the order and what goes to each line.
/// </summary>
internal sealed class SalesOrderLines
{
    public const string Member = nameof(SalesOrder.SalesOrderLines);
    public const string Pointer = "/" + Member;

    private readonly List<JsonObject> _new = [];
    private readonly List<long> _gone = [];
    private readonly SortedDictionary<long, JsonArray> _changed = [];

    private SalesOrderLines()
    {
    }

    /// <summary>What goes to the order itself: a patch, which may be empty.</summary>
    public JsonArray Order { get; } = [];

    /// <summary>What goes to lines that are there: patches, by the lines' ids.</summary>
    public IReadOnlyDictionary<long, JsonArray> Changed => _changed;

    /// <summary>The lines that are made.</summary>
    public IReadOnlyList<JsonObject> New => _new;

    /// <summary>The ids of the lines that are taken away.</summary>
    public IReadOnlyList<long> Gone => _gone;

    /// <summary>Whether the update was made without knowing which lines the order has.</summary>
    public bool AreUnknown { get; private set; }

    public bool IsEmpty => !AreUnknown && _new.Count == 0 && _gone.Count == 0 && _changed.Count == 0;

    /// <summary>Puts the lines of a new order into the form that is sent: ids are the system's to give.</summary>
    public static void Complete(JsonObject body)
    {
        foreach (var line in (body[Member] as JsonArray ?? []).OfType<JsonObject>())
            line.Remove("Id");
    }

    /// <summary>Why an update cannot be sent; null where it can.</summary>
    public static string? Refuse(WriteRequest request)
    {
        if (request.Key is null || JsonNode.Parse(request.Body) is not JsonArray operations)
            return null;

        foreach (var operation in operations)
            if ((Op(operation), Place(operation)) is ("add", [not "-" and var id]))
                return $"The order has no line {id}: a new line gets its id from PowerOffice. Tell lines apart by "
                    + "something else in the row.";

        return null;
    }

    /// <summary>Takes an update apart.</summary>
    public static SalesOrderLines In(string body)
    {
        var lines = new SalesOrderLines();
        foreach (var operation in JsonNode.Parse(body)!.AsArray().Select(one => one!.DeepClone().AsObject()))
            switch ((Op(operation), Place(operation)))
            {
                case (_, null):
                    lines.Order.Add((JsonNode)operation);
                    break;
                case (_, []):
                    lines.AreUnknown = true;
                    break;
                case ("remove", [var id]):
                    lines._gone.Add(Number(id));
                    break;
                case ("add", ["-"]):
                    lines._new.Add(operation["value"]!.DeepClone().AsObject());
                    break;
                case (_, [var id, .. var rest]):
                    operation["path"] = "/" + string.Join('/', rest);
                    lines.Of(Number(id)).Add((JsonNode)operation);
                    break;
            }

        return lines;
    }

    private JsonArray Of(long id) =>
        _changed.TryGetValue(id, out var patch) ? patch : _changed[id] = [];

    private static string? Op(JsonNode? operation) => operation?["op"]?.GetValue<string>();

    // Where in the lines; null for what is not about lines.
    private static string[]? Place(JsonNode? operation) =>
        operation?["path"]?.GetValue<string>() is not { } path ? null
            : path == Pointer ? []
            : path.StartsWith($"{Pointer}/", StringComparison.Ordinal) ? path[(Pointer.Length + 1)..].Split('/')
            : null;

    private static long Number(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);
}
