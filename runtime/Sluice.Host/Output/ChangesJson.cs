using System.Text.Json;
using Sluice.Host.Diffing;

namespace Sluice.Host.Output;

/// <summary>Writes what changed in the documents since the last run.</summary>
internal static class ChangesJson
{
    public static void Write(Utf8JsonWriter json, ChangesSince since)
    {
        json.WriteBoolean("approvedDocumentsKnown", !since.IsUnknown);
        json.WriteObjects("changes", since.Changes, one =>
        {
            json.WriteString("document", one.Document);
            DiffJson.WriteMembers(json, one.Change);
            json.WriteObjects("pairings", one.Pairings, pairing => Write(json, pairing));
        });
        json.WriteObjects("recompiled", since.Recompiled, pairing => Write(json, pairing));
    }

    private static void Write(Utf8JsonWriter json, TouchedPairing pairing)
    {
        json.WriteString("pairing", pairing.Name);
        json.WriteNumber("links", pairing.Links);
        json.WriteBoolean("needsApproval", pairing.NeedsApproval);
    }
}
