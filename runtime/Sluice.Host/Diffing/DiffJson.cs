using System.Text.Json;
using Sluice.Host.Output;
using Sluice.Specification.Comparison;

namespace Sluice.Host.Diffing;

/// <summary>Writes what changed in a document as one line of JSON.</summary>
internal static class DiffJson
{
    public static string Write(DocumentDiff diff) => JsonLine.Of(json =>
    {
        json.WriteString("old", diff.Old?.Path);
        json.WriteString("new", diff.New?.Path);
        json.WriteString("class", DiffText.Name(diff.Changes.Max(change => change.Class)));
        json.WriteObjects("changes", diff.Changes, change => WriteMembers(json, change));
    });

    /// <summary>What is said of a change, inside an object that has been begun.</summary>
    public static void WriteMembers(Utf8JsonWriter json, DocumentChange change)
    {
        json.WriteString("class", DiffText.Name(change.Class));
        json.WriteString("flow", change.Flow.Length > 0 ? change.Flow : null);
        WriteLine(json, "oldLine", change.Before);
        WriteLine(json, "line", change.After);
        json.WriteString("message", change.Message);
    }

    private static void WriteLine(Utf8JsonWriter json, string name, int? line)
    {
        if (line is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
