using System.Text.Json.Nodes;

namespace Sluice.Connectors.Rest.Writing;

/// <summary>The whole of a record with what changes in it.</summary>
internal static class FullBody
{
    /// <param name="record">The record as it was just read.</param>
    /// <param name="changes">What changes, at any depth; a null clears.</param>
    /// <param name="unwritable">The paths of what the system does not take.</param>
    public static string Of(JsonObject record, JsonObject changes, IReadOnlyList<string> unwritable)
    {
        foreach (var path in unwritable)
            Omission.From(record, path);

        Merge(record, changes);
        return record.ToJsonString();
    }

    private static void Merge(JsonObject record, JsonObject changes)
    {
        foreach (var (name, change) in changes)
            if (change is JsonObject inner && record[name] is JsonObject held)
                Merge(held, inner);
            else
                record[name] = change?.DeepClone();
    }
}
