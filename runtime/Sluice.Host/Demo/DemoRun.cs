using Sluice.Host.Output;
using Sluice.Host.Running;
using Sluice.Pipeline;
using Spectre.Console;

namespace Sluice.Host.Demo;

/// <summary>The demo's story, from an empty store to a quiet cycle.</summary>
internal sealed class DemoRun(Engine engine, SandboxControl sandbox, IAnsiConsole console, bool examples)
{
    // After the edits a cycle moves the values and the next finds nothing; the rest is room for what follows from
    // moves.
    private const int SettlingCycles = 5;

    private readonly Dictionary<string, PairingReport> _sums = new(StringComparer.Ordinal);

    public async Task<DemoResult> RunAsync(CancellationToken token)
    {
        Title("1. Plan: what a run would do. Nothing is written yet.");
        var planned = await CycleMeter.ShowAsync(
            console, "Planning", progress => engine.Cycles.PlanAsync(progress, token));
        var plan = planned.Plan!;
        PlanText.PrintSummary(console, plan, engine.Topology.Pairings);
        ReportText.PrintProblems(console, planned);

        Title($"2. Approve: sluice approve {plan.Hash}");
        await engine.Store.RequestApprovalAsync(plan.Hash, TimeProvider.System.GetUtcNow());
        console.WriteLine("Exactly this plan may be carried out.");

        Title("3. Run: the plan is carried out.");
        PairingTable.Print(console, (await CycleAsync("Running", token)).Pairings, engine.Topology.Pairings);

        // What several documents made of one record is joined in the cycle after, and moves what only one of them knew.
        if (examples)
            await SettleAsync(token);

        var edits = new DemoEdits(sandbox, engine.Store);
        Title("4. People edit: an e-mail on either side of a link, and both sides of a third.");
        foreach (var line in await edits.EditLinkedAsync(token))
            console.WriteLine("  " + line);
        foreach (var line in examples ? await edits.EditExamplesAsync(token) : [])
            console.WriteLine("  " + line);
        if (await edits.SupplyAsync(token) is { } supplied)
            console.WriteLine("  " + supplied);

        Title("5. Run again: what moved where, and the line of the document that says so.");
        MoveList.Print(console, await CycleAsync("Running", token), engine.Topology.Pairings);

        Title("6. Settle, then a quiet cycle, counted from the systems' own log.");
        await SettleAsync(token);
        await sandbox.ClearLogAsync(token);
        await CycleAsync("Quiet cycle", token);
        var log = (await sandbox.LogAsync(token)).EnumerateArray().ToList();
        var disagreements = await Agreement.CheckAsync(
            engine.Store, engine.Topology.Pairings, await sandbox.DumpAsync(token));
        var result = new DemoResult(
            [.. _sums.Values.OrderBy(pairing => pairing.Name, StringComparer.Ordinal)], disagreements,
            log.Count(entry => entry.GetProperty("committed").GetBoolean()), log.Count);

        PairingTable.Print(console, result.Pairings, engine.Topology.Pairings);
        foreach (var disagreement in disagreements)
            console.WriteLine("  " + disagreement);
        console.WriteLine(result.Converged
            ? "Both sides agree, by the systems' own records. "
            + $"The quiet cycle made {result.QuietCalls} calls and no write."
            : $"Not converged: {disagreements.Count} disagreements; the quiet cycle made {result.QuietWrites} writes.");
        return result;
    }

    private async Task SettleAsync(CancellationToken token)
    {
        for (var i = 0; i < SettlingCycles && DidSomething(await CycleAsync("Settling", token)); i++)
        {
        }
    }

    private async Task<CycleReport> CycleAsync(string title, CancellationToken token)
    {
        var report = await CycleMeter.ShowAsync(console, title, progress => engine.Cycles.RunAsync(progress, token));
        foreach (var pairing in report.Pairings)
            _sums[pairing.Name] = _sums.TryGetValue(pairing.Name, out var sum) ? Add(sum, pairing) : pairing;
        return report;
    }

    private static PairingReport Add(PairingReport before, PairingReport now) => now with
    {
        Linked = before.Linked + now.Linked,
        Created = before.Created + now.Created,
        Updated = before.Updated + now.Updated,
    };

    private static bool DidSomething(CycleReport report) =>
        report.Pairings.Any(pairing => pairing.Linked + pairing.Created + pairing.Updated > 0);

    private void Title(string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }
}
