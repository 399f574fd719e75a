using Sluice.Pipeline;
using Spectre.Console;

namespace Sluice.Host.Output;

/// <summary>Draws what a cycle did, a row per pairing.</summary>
internal static class PairingTable
{
    public static void Print(
        IAnsiConsole console, IReadOnlyList<PairingReport> pairings, IReadOnlyList<Pairing> catalogue)
    {
        var table = new CountTable(
            "Linked", "Created", "Updated", "Deleted", "Links", "Waiting", "Review", "Rejected", "Not wanted");
        foreach (var report in pairings)
            table.Add(
                catalogue.First(pairing => pairing.Descriptor.Name == report.Name).Descriptor, State(report),
                report.Linked, report.Created, report.Updated, report.Deleted, report.Links, report.Waiting,
                report.Review, report.Rejected, report.Unwanted);

        table.Print(console);
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

    private static string State(PairingReport report) => report.State switch
    {
        _ when report.Skipped is not null => "left out",
        _ when report.Problem is not null => "[red]stopped[/]",
        _ when report.Breaker is not null => "[red]breaker open[/]",
        PairingState.Live => "live",
        PairingState.Approved => "approved",
        _ => "awaits approval",
    };
}
