using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control;

/// <summary>
/// What a test or a curious person asks the sandbox itself: no vendor has it, no token is needed, no log line is
/// written.
/// </summary>
internal sealed class ControlPlane
{
    private static readonly string[] Json = ["application/json"];

    private readonly IReadOnlyList<VendorSystem> _systems;
    private readonly FaultBoard _faults;
    private readonly FaultReader _reader;
    private readonly RouteTable _routes;
    private List<LogEntry> _log = [];

    public ControlPlane(IReadOnlyList<VendorSystem> systems, FaultBoard faults)
    {
        _systems = systems;
        _faults = faults;
        _reader = new(systems);
        _routes = new(Refuse, StringComparer.Ordinal,
        [
            new("GET", "/_log", [], _ => Reply.Json(200, new JsonArray([.. _log.Select(entry => entry.ToJson())]))),
            new("DELETE", "/_log", [], _ => Done(_log.Clear)),
            new("GET", "/_dump", [], _ => Dump()),
            new("GET", "/_faults", [],
                _ => Reply.Json(200, new JsonArray([.. _faults.Switches.Select(fault => fault.ToJson())]))),
            new("POST", "/_faults", [], AddFault),
            new("DELETE", "/_faults", [], _ => Done(_faults.Clear)),
            new("POST", "/_edit", [], Edit),
        ]);
    }

    public Reply Answer(Call call, List<LogEntry> log)
    {
        _log = log;
        return _routes.Answer(call, call.Path);
    }

    private static Reply Refuse(int status, string reason) => Reply.Json(status, new JsonObject { ["error"] = reason });

    private static Reply Done(Action action)
    {
        action();
        return new Reply(204);
    }

    private Reply Dump()
    {
        var dump = new JsonObject();
        foreach (var system in _systems)
            dump[system.Name] = system.Dump();

        return new Reply(200, JsonText.Write(dump, indented: true), "application/json;charset=UTF-8");
    }

    private Reply AddFault(Call call)
    {
        if (!call.TryReadObject(Json, out var body, out var problem))
            return Refuse(400, problem);

        var (fault, flaw) = _reader.Read(body);
        if (fault is null)
            return Refuse(400, flaw!);

        _faults.Add(fault);
        return Reply.Json(201, fault.ToJson());
    }

    private Reply Edit(Call call)
    {
        if (!call.TryReadObject(Json, out var body, out var problem))
            return Refuse(400, problem);
        if (body["set"] is not JsonObject set || set.ContainsKey("id") || set.ContainsKey("Id"))
            return Refuse(400,
                "Send { system, entity, id, set }; set is an object of properties, and the id is not one of them.");

        var table = _systems.FirstOrDefault(system => system.Name == Text(body, "system"))?.Tables
            .FirstOrDefault(table => table.Name == Text(body, "entity"));
        if (table is null || Text(body, "id") is not { } id || !table.TryFind(id, out var row))
            return Refuse(404, $"There is no {body["system"]} {body["entity"]} {body["id"]}.");
        if (set.FirstOrDefault(item => !row.Body.ContainsKey(item.Key)).Key is { } unknown)
            return Refuse(400, $"'{unknown}' is not a property of {table.Name}.");

        if (set.FirstOrDefault(item => !IsOfSameKind(row.Body[item.Key], item.Value)).Key is { } strange)
            return Refuse(400, $"'{strange}' must be of the kind it has: {row.Body[strange]?.ToJsonString()}.");

        JsonMerge.Into(row.Body, set);
        _systems.First(system => system.Tables.Contains(table))
            .Touch(table, row, [.. set.Select(item => item.Key)], call.Now);
        return Reply.Json(200, row.Body.DeepClone());
    }

    private static bool IsOfSameKind(JsonNode? before, JsonNode? after) =>
        before is null || after is null || KindOf(before) == KindOf(after);

    private static JsonValueKind KindOf(JsonNode node) =>
        node.GetValueKind() is var kind && kind == JsonValueKind.False ? JsonValueKind.True : kind;

    /// <summary>Texts as they are; numbers as they are written, so that an id may be given either way.</summary>
    private static string? Text(JsonObject body, string name) => body[name]?.ToString();
}
