using System.Text.Json.Nodes;

namespace Sluice.Connectors.Rest.Writing;

/// <summary>Leaves out what a system does not take.</summary>
internal static class Omission
{
    /// <summary>Takes what a path leads to out of a record.</summary>
    public static void From(JsonObject record, string path)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (record[name] is not JsonObject inner)
                return;

            record = inner;
        }

        record.Remove(names[^1]);
    }
}
