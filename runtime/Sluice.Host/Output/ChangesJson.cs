using System.Text.Json;
using Sluice.Host.Diffing;

namespace Sluice.Host.Output;

/// <summary>Writes what changed in the documents since the last run.</summary>
internal static class ChangesJson
{
    public static void Write(Utf8JsonWriter json, ChangesSince since, IReadOnlyList<ChangedPairing> changed)
    {
        var waiting = changed.Where(pairing => pairing.Standing == ChangeStanding.AwaitsApproval)
            .Select(pairing => pairing.Name).ToHashSet(StringComparer.Ordinal);
        json.WriteBoolean("approvedDocumentsKnown", !since.IsUnknown);
        json.WriteObjects("changes", since.Changes, one =>
        {
            json.WriteString("document", one.Document);
            DiffJson.WriteMembers(json, one.Change);
            json.WriteObjects("pairings", one.Pairings, pairing => Write(json, pairing, waiting));
        });
        json.WriteObjects("recompiled", since.Recompiled, pairing => Write(json, pairing, waiting));
    }

    private static void Write(Utf8JsonWriter json, TouchedPairing pairing, HashSet<string> waiting)
    {
        json.WriteString("pairing", pairing.Name);
        json.WriteNumber("links", pairing.Links);
        json.WriteBoolean("needsApproval", waiting.Contains(pairing.Name));
    }
}
