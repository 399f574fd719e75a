using System.Globalization;
using Sluice.Pipeline;
using Spectre.Console;

namespace Sluice.Host.Output;

/// <summary>Draws what a cycle did, a row per pairing.</summary>
internal static class PairingTable
{
    public static void Print(
        IAnsiConsole console, IReadOnlyList<PairingReport> pairings, IReadOnlyList<Pairing> catalogue)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Pairing").AddColumn("Document says");
        string[] headings =
            ["Linked", "Created", "Updated", "Deleted", "Links", "Waiting", "Review", "Rejected", "Not wanted"];
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(heading).RightAligned());
        table.AddColumn("State");

        foreach (var report in pairings)
        {
            var descriptor = catalogue.First(pairing => pairing.Descriptor.Name == report.Name).Descriptor;
            table.AddRow(
                Markup.Escape(report.Name), Meaning(descriptor),
                Number(report.Linked), Number(report.Created), Number(report.Updated),
                Number(report.Deleted), Number(report.Links),
                Number(report.Waiting), Number(report.Review), Number(report.Rejected), Number(report.Unwanted),
                State(report));
        }

        console.Write(table);
        foreach (var skipped in pairings.Where(report => report.Skipped is not null).GroupBy(report => report.Skipped))
            console.WriteLine(
                skipped.Count() == 1
                    ? $"{skipped.First().Name} took no turn: {skipped.Key}."
                    : $"{skipped.Count()} pairings took no turn: {skipped.Key}.");
        foreach (var report in pairings.Where(report => report.LeftOut > 0))
            console.WriteLine(
                $"{report.Name}: {report.LeftOut} left out, because this run is for one record or has a limit; "
                + "the next run looks at them.");
        foreach (var report in pairings.Where(report => report.Problem is not null))
        {
            console.MarkupLineInterpolated($"[red]{report.Name}[/]: {report.Problem}");
            console.MarkupLineInterpolated($"  fix: {report.Fix}");
        }
    }

    /// <summary>What the document asks for, in words.</summary>
    public static string Meaning(PairingDescriptor descriptor)
    {
        var creates = descriptor.Left.Creation != Creation.Never || descriptor.Right.Creation != Creation.Never;
        var does = creates ? "links and creates" : "links only";
        return descriptor.Fields.Count switch
        {
            0 => $"{does}; copies nothing",
            1 => $"{does}; keeps 1 field",
            var fields => $"{does}; keeps {fields} fields",
        };
    }

    private static string State(PairingReport report) => report.State switch
    {
        _ when report.Skipped is not null => "left out",
        _ when report.Problem is not null => "[red]stopped[/]",
        _ when report.Breaker is not null => "[red]breaker open[/]",
        PairingState.Live => "live",
        PairingState.Approved => "approved",
        _ => "awaits approval",
    };

    private static string Number(int count) => count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture);
}
