using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Data;

/// <param name="id">Its key in its table.</param>
/// <param name="body">Everything the vendor knows of it, by the vendor's names.</param>
internal sealed class Row(string id, JsonObject body)
{
    public string Id => id;

    public JsonObject Body { get; set; } = body;

    public string? Text(string name) => Body[name]?.GetValue<string>();

    public bool Flag(string name) => Body[name]?.GetValue<bool>() ?? false;
}
