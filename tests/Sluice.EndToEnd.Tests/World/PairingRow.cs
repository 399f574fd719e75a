using System.Text.Json.Nodes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>A pairing's row of a report.</summary>
internal sealed record PairingRow(
    string Name, string State, int Linked, int Created, int Updated, int Links, int Waiting, int Review, int Rejected,
    string? Problem, string? Fix)
{
    public int Changes => Linked + Created + Updated;

    public static PairingRow Of(JsonNode row) => new(
        row["name"]!.GetValue<string>(), row["state"]!.GetValue<string>(), Number(row, "linked"),
        Number(row, "created"), Number(row, "updated"), Number(row, "links"), Number(row, "waiting"),
        Number(row, "review"), Number(row, "rejected"),
        row["problem"]?.GetValue<string>(), row["fix"]?.GetValue<string>());

    private static int Number(JsonNode row, string name) => row[name]!.GetValue<int>();
}
