using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.Control;

/// <summary>Reads a switch from what was posted.</summary>
internal sealed class FaultReader(IReadOnlyList<VendorSystem> systems)
{
    private static readonly Shape Posted = new()
    {
        ["kind"] = Property.Text.NotNull,
        ["system"] = Property.Text,
        ["method"] = Property.Text,
        ["path"] = Property.Text,
        ["entity"] = Property.Text,
        ["page"] = Property.Integer,
        ["status"] = Property.Integer,
        ["retryAfter"] = Property.Integer,
        ["seconds"] = Property.Integer,
        ["milliseconds"] = Property.Integer,
        ["perSecond"] = Property.Integer,
        ["perDay"] = Property.Integer,
        ["property"] = Property.Text,
        ["body"] = Property.Text,
        ["count"] = Property.Integer,
    };

    /// <summary>The switch, or what is wrong with it.</summary>
    public (FaultSwitch? Fault, string? Problem) Read(JsonObject body)
    {
        if (Posted.Check(body) is { } flaw)
            return (null, flaw.Reason);

        var name = Text(body, "kind");
        if (FaultKinds.All.FirstOrDefault(kind => kind.Name == name) is not { } kind)
            return (null, $"kind must be one of {string.Join(", ", FaultKinds.All.Select(known => known.Name))}.");

        if (Number(body, "count") < 1)
            return (null, "count must be 1 or more; leave it out for the default of the kind.");

        var system = Text(body, "system");
        if (system is not null && systems.All(known => known.Name != system))
            return (null, $"system must be one of {string.Join(", ", systems.Select(known => known.Name))}.");

        var fault = new FaultSwitch(kind)
        {
            System = system,
            Method = Text(body, "method"),
            Path = Text(body, "path"),
            Entity = Text(body, "entity"),
            Page = Number(body, "page"),
            Status = Number(body, "status"),
            RetryAfter = Number(body, "retryAfter"),
            Seconds = Number(body, "seconds"),
            Milliseconds = Number(body, "milliseconds"),
            PerSecond = Number(body, "perSecond"),
            PerDay = Number(body, "perDay"),
            Property = Text(body, "property"),
            Body = Text(body, "body"),
            Left = Number(body, "count") ?? kind.Times,
        };
        return kind.Missing(fault) is { } missing ? (null, missing) : (fault, null);
    }

    private static string? Text(JsonObject body, string name) => body[name]?.GetValue<string>();

    private static int? Number(JsonObject body, string name) => body[name]?.GetValue<int>();
}
