using System.CommandLine;
using System.Globalization;
using Sluice.Host.Configuration;
using Sluice.Host.Deciding;
using Sluice.Host.Diffing;
using Sluice.Host.Output;
using Sluice.Host.Running;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;
using Spectre.Console;

namespace Sluice.Host.Commands;

/// <summary><c>sluice status</c>: where each pairing stands, and what is open. Works while a run is alive.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "status", "Shows where each pairing stands, what waits and why, and how the last run ended.")
        {
            settings, store, json,
        };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(settings) ?? [], parsed.GetValue(store), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string? storePath, bool json)
    {
        var path = StoreSettings.Path(HostSettings.Load(files, storePath));
        if (!File.Exists(path))
            throw new HostException(
                $"There is no store at {path} yet.",
                "`sluice plan` or `sluice run` makes one; or name it with --store.");

        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Look);
        var left = Undocumented.Of(await store.CountsAsync(), await store.OpenItemsAsync(null));
        var (counts, open) = (left.Documented, left.Open);
        var last = await store.LastRunAsync();
        var stops = LastStop.Of(last);
        var waiting = await store.WaitingAsync();
        var settled = await store.SettledAsync(DecisionText.Recent);
        var asked = await store.WaitingRequestsAsync(TimeProvider.System.GetUtcNow());
        var signIns = await store.SignInsAsync();
        var lost = new Dictionary<string, Restoration>(StringComparer.Ordinal);
        foreach (var count in counts)
            if (await store.RestorationAsync(count.Pairing) is { } restoration)
                lost[count.Pairing] = restoration;
        var changed = await DocumentNews.OfStoreAsync(store, CycleRunner.CompiledFrom(Flows.Catalogue.Pairings));
        var held = changed.Where(pairing => pairing.Standing == ChangeStanding.AwaitsApproval)
            .Select(pairing => pairing.Name).ToHashSet(StringComparer.Ordinal);
        if (json)
        {
            Console.WriteLine(StatusJson.Write(
                left, last, stops, lost, waiting, settled, asked, changed, signIns));
        }
        else
        {
            var console = Screen.Create(quiet: false);
            Print(console, counts, held, stops);
            LastStop.Print(Console.Out, stops.Values);
            foreach (var count in counts)
                if (count.Breaker is { } breaker)
                    BreakerText.Print(console, count.Pairing, breaker);
            foreach (var item in open)
                Console.WriteLine(
                    $"{OpenText.Word(item.Kind)}: {Place(item)}: {item.Reason} (since {item.Since:u})");
            left.Print(Console.Out);
            NewsText.Print(Console.Out, changed);
            DecisionText.Print(Console.Out, waiting, settled);
            SignInText.Print(Console.Out, signIns);
            foreach (var request in asked)
                Console.WriteLine(
                    $"one cycle was asked for at {request.AskedAt:u}, and waits for the `run` that owns the store "
                    + $"(number {new WaitingNumber(request.Id, IsRun: true)})");
            if (RestoreNotice.Of(lost.Values) is { } notice)
                console.MarkupLineInterpolated($"[yellow]{notice}[/]");
            console.WriteLine(last is null ? "No run has ended yet." : $"Last run: {last.Id}, ended {last.EndedAt:u}.");
        }

        var undecided = open.Any(item => item.Kind is OpenKind.Review or OpenKind.Rejected);
        if (signIns.Any(signIn => signIn.State == SignInState.Reauthorise))
            return ExitCode.SignInNeeded;
        if (counts.Any(count => count.Breaker is not null))
            return ExitCode.BreakerOpen;

        return undecided || held.Count > 0 || stops.Count > 0
            || counts.Any(count => count.State == PairingState.Observing)
            ? ExitCode.Attention
            : ExitCode.Done;
    }

    private static void Print(
        IAnsiConsole console, IReadOnlyList<PairingCounts> counts, HashSet<string> held,
        IReadOnlyDictionary<string, LastStop> stops)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Pairing").AddColumn("State");
        foreach (var heading in new[] { "Links", "Waiting", "Review", "Rejected", "Not wanted", "Unsettled writes" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var count in counts)
            table.AddRow(
                Markup.Escape(count.Pairing),
                State(count, held.Contains(count.Pairing), stops.ContainsKey(count.Pairing)), Number(count.Links),
                Number(count.Waiting),
                Number(count.Review), Number(count.Rejected), Number(count.Unwanted), Number(count.OpenIntents));
        console.Write(table);
    }

    private static string Place(OpenItem item) =>
        $"{item.Pairing} {Names.Pairing(item.Pairing)[item.Side].Name} {item.Key}";

    private static string State(PairingCounts count, bool isHeld, bool isStopped) => count.State switch
    {
        _ when count.IsPaused => "paused",
        PairingState.Live when isStopped => "live; stopped in the last cycle",
        not PairingState.Observing when isHeld => "changed; its plan awaits approval",
        _ when count.Breaker is not null => "live; breaker open",
        PairingState.Live => "live",
        PairingState.Approved => "approved; the next run carries its plan out",
        _ => "observing; its plan awaits approval",
    };

    private static string Number(int count) => count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture);
}
