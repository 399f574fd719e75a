using System.Text.Json.Nodes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>What <c>run --once --json</c> printed.</summary>
internal sealed record Report(IReadOnlyList<PairingRow> Pairings, string? AwaitingApproval)
{
    public PairingRow this[string name] => Pairings.Single(row => row.Name == name);

    public int Changes => Pairings.Sum(row => row.Changes);

    public static Report Of(string line)
    {
        var report = JsonNode.Parse(line)!;
        return new(
            [.. report["pairings"]!.AsArray().Select(row => PairingRow.Of(row!))],
            report["awaitingApproval"]?.GetValue<string>());
    }
}
