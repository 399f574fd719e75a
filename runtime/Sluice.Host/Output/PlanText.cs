using Sluice.Pipeline;
using Spectre.Console;

namespace Sluice.Host.Output;

/// <summary>Prints a plan: a table first, then record by record.</summary>
internal static class PlanText
{
    public static void PrintSummary(IAnsiConsole console, SyncPlan plan, IReadOnlyList<Pairing> catalogue)
    {
        var table = new CountTable(
            "Would link", "Would create", "Would write", "Would delete", "Would unlink", "Waiting", "Review",
            "Not wanted", "Likely duplicates");
        var counts = plan.Items.CountBy(item => (item.Pairing, item.Kind)).ToDictionary();
        foreach (var pairing in catalogue.OrderBy(pairing => pairing.Descriptor.Name, StringComparer.Ordinal))
        {
            var name = pairing.Descriptor.Name;
            int Count(PlanKind kind) => counts.GetValueOrDefault((name, kind));
            table.Add(
                pairing.Descriptor, state: "",
                Count(PlanKind.Link), Count(PlanKind.Create), Count(PlanKind.Update), Count(PlanKind.Delete),
                Count(PlanKind.Unlink), Count(PlanKind.Wait), Count(PlanKind.Review), Count(PlanKind.Unwanted),
                plan.LikelyDuplicates.Where(likely => likely.Pairing == name)
                    .DistinctBy(likely => likely.Origin).Count());
        }

        table.Print(console);
        console.WriteLine($"About {plan.Calls} API calls.");
        foreach (var entity in plan.Empty)
            console.MarkupLine(
                $"[yellow]{Markup.Escape(entity)} answered with an empty list. Approve only if nothing is there: "
                + "everything would be created in it.[/]");
    }

    public static void PrintItems(TextWriter output, SyncPlan plan, IReadOnlyList<Pairing> catalogue)
    {
        var documents = catalogue.Select(pairing => pairing.Descriptor)
            .ToDictionary(descriptor => descriptor.Name, descriptor => descriptor.Document, StringComparer.Ordinal);
        foreach (var item in plan.Items)
        {
            var warning = item.WritesCredential ? " [writes a credential]" : "";
            output.WriteLine($"{documents[item.Pairing]}:{item.Line}: {Word(item.Kind)}: {item.Text}{warning}");
        }

        foreach (var likely in plan.LikelyDuplicates)
            output.WriteLine(
                $"likely duplicate: {likely.Pairing} would create {likely.Entity} for {likely.Origin}, "
                + $"but {likely.Existing} is there ({likely.Because})");
    }

    private static string Word(PlanKind kind) => kind switch
    {
        PlanKind.Link => "link",
        PlanKind.Create => "create",
        PlanKind.Update => "write",
        PlanKind.Delete => "delete",
        PlanKind.Unlink => "unlink",
        PlanKind.Wait => "wait",
        PlanKind.Unwanted => "not wanted",
        _ => "review",
    };
}
