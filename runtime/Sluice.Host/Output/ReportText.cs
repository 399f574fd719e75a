using Sluice.Pipeline;
using Spectre.Console;

namespace Sluice.Host.Output;

/// <summary>What a report comes to.</summary>
internal static class ReportText
{
    public static void PrintProblems(IAnsiConsole console, CycleReport report)
    {
        foreach (var listing in report.Listings)
            foreach (var bad in listing.Bad)
                console.MarkupLineInterpolated($"{listing.Entity} {bad.Key} could not be read: {bad.Reason}");
        foreach (var pairing in report.Pairings.Where(pairing => pairing.Problem is not null))
            console.MarkupLineInterpolated($"[red]{pairing.Name}[/]: {pairing.Problem} fix: {pairing.Fix}");
    }

    public static void PrintRestore(IAnsiConsole console, CycleReport report)
    {
        if (RestoreNotice.Of(report.Pairings.Select(pairing => pairing.Restoration)) is { } notice)
            console.MarkupLineInterpolated($"[yellow]{notice}[/]");
    }

    /// <summary>
    /// Failed where a pairing did not run, for want of a sign-in or otherwise; attention where a person has something
    /// to do, and its own where changes are withheld.
    /// </summary>
    public static int ExitCode(CycleReport report) =>
        report.Pairings.Any(pairing => pairing.SignInNeeded) ? Host.ExitCode.SignInNeeded
        : report.IsBreakerOpen ? Host.ExitCode.BreakerOpen
        : report.HasProblems ? Host.ExitCode.Failed
        : HasOpenDecisions(report) ? Host.ExitCode.Attention
        : Host.ExitCode.Done;

    private static bool HasOpenDecisions(CycleReport report) =>
        report.Plan is { NeedApproval.Count: > 0 }
        || report.Pairings.Any(pairing => pairing.Review + pairing.Rejected > 0);
}
