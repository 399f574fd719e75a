using System.Text.Json;
using Sluice.Host.Diffing;

namespace Sluice.Host.Output;

/// <summary>Says of each pairing whose documents changed what that means for it.</summary>
internal static class NewsText
{
    public static void Print(TextWriter output, IReadOnlyList<ChangedPairing> changed)
    {
        foreach (var pairing in changed)
            output.WriteLine(Line(pairing));
    }

    /// <summary>One line for one pairing.</summary>
    public static string Line(ChangedPairing pairing)
    {
        var what = pairing.Documents.Count == 0
            ? "contracts or this program"
            : string.Join(" and ", pairing.Documents);
        return $"{pairing.Name}: {what} changed since its last approved run" + pairing.Standing switch
        {
            ChangeStanding.AwaitsApproval => "; nothing is written for it before a plan is approved: `sluice plan` "
                + "shows the changes, and the hash to approve.",
            ChangeStanding.Approved => ", as was approved.",
            ChangeStanding.Gone => "; no flow is left for it: its links stay, and nothing is written for it.",
            _ => "; it does what it did, and needs no approval.",
        };
    }

    /// <summary>Writes the member <c>changed</c>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ChangedPairing> changed) =>
        json.WriteObjects("changed", changed, pairing =>
        {
            json.WriteString("pairing", pairing.Name);
            json.WriteTexts("documents", pairing.Documents);
            json.WriteString("standing", Name(pairing.Standing));
        });

    private static string Name(ChangeStanding standing) => standing switch
    {
        ChangeStanding.AwaitsApproval => "awaitsApproval",
        ChangeStanding.Approved => "approved",
        ChangeStanding.Gone => "gone",
        _ => "sameMeaning",
    };
}
