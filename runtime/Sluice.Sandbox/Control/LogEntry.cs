using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.Control;

/// <param name="Sequence">Counts over all four systems, from 1.</param>
/// <param name="Time">When it was decided.</param>
/// <param name="System">Whose port it came to.</param>
/// <param name="Method">The verb.</param>
/// <param name="Path">Path and query as they were sent.</param>
/// <param name="Status">What the client was sent; 0 where nothing was.</param>
/// <param name="Written">The id of the record it wrote; null where it wrote nothing.</param>
/// <param name="Fault">The switch that answered; null where the system did.</param>
internal sealed record LogEntry(
    long Sequence,
    DateTimeOffset Time,
    string System,
    string Method,
    string Path,
    int Status,
    string? Written,
    string? Fault)
{
    public JsonObject ToJson() => new()
    {
        ["sequence"] = Sequence,
        ["time"] = Stamp.Ticks(Time),
        ["system"] = System,
        ["method"] = Method,
        ["path"] = Path,
        ["status"] = Status,
        ["committed"] = Written is not null,
        ["id"] = Written,
        ["fault"] = Fault,
    };
}
