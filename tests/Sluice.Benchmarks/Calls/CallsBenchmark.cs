using System.Text.Json.Nodes;
using Sluice.Benchmarks.Harness;
using Sluice.Pipeline;

namespace Sluice.Benchmarks.Calls;

/// <summary>
/// What the systems are asked for: in a backfill, in a cycle that finds nothing, and for what users change. Counted
/// from the systems' own log, never from what the engine says of itself.
/// </summary>
internal sealed class CallsBenchmark : IBenchmark
{
    private const string People = "powerofficego-contactperson/youtrack-users";
    private const int MostEdits = 40;

    // No document of the catalogue needs anything from these: they are only created into.
    private static readonly (string System, string Collection)[] Unneeded =
        [("keap", "companies"), ("keap", "contacts"), ("customcrm", "customers"), ("customcrm", "contacts")];

    public string Name => "calls";

    public async Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token)
    {
        await using var world = await CallsWorld.StartAsync(effort.Seed, Flows.Catalogue.Pairings, token);
        var cycles = world.Cycles;
        await world.ApproveAsync(token);

        progress("calls: backfill");
        CycleReport report = null!;
        var backfill = await world.CountAsync(async () => report = await cycles.RunAsync(null, token), token);
        var (created, linked) = (report.Pairings.Sum(one => one.Created), report.Pairings.Sum(one => one.Linked));
        await world.SettleAsync(token);

        progress("calls: idle cycles and edits");
        var idle = await world.CountAsync(() => cycles.RunAsync(null, token), token);
        var edits = await EditAsync(world, token);
        var changes = await world.CountAsync(async () => report = await cycles.RunAsync(null, token), token);
        var updated = report.Pairings.Sum(one => one.Updated);
        var after = await world.CountAsync(() => cycles.RunAsync(null, token), token);

        double More(CallKind kind) => changes.Concat(after).Count(call => call.Kind == kind)
            - (2 * idle.Count(call => call.Kind == kind));

        return new(Name, $"{created} created, {linked} linked, {edits} edited, {idle.Count} calls idle", effort.Seed,
        [
            new("backfill: calls per record created", (double)backfill.Count / created, Aim: 1.1),
            .. Each(backfill, "backfill", created),
            new("idle cycle: calls to what nothing needs", idle.Count(IsUnneeded), Aim: 0),
            new(
                "idle cycle: reads and writes", idle.Count(call => call.Kind is CallKind.Read or CallKind.Write),
                Aim: 0),
            .. idle.GroupBy(call => (call.System, call.Kind, call.Collection)).OrderBy(group => group.Key)
                .Select(group => new Figure(
                    $"idle cycle: {group.Key.System} {group.Key.Kind} {group.Key.Collection}".ToLowerInvariant()
                        .TrimEnd(),
                    group.Count())),
            new(
                "steady state: calls per changed record", (changes.Count + after.Count - (2.0 * idle.Count)) / edits,
                Aim: 3),
            new("steady state: more listing pages", More(CallKind.List) / edits),
            new("steady state: reads", More(CallKind.Read) / edits),
            new("steady state: writes", More(CallKind.Write) / edits),
            new("steady state: updates the engine counted", (double)updated / edits),
        ])
        {
            Note = "Steady state is the cycle after the edits and the one after that, less two idle cycles.",
        };
    }

    private static IEnumerable<Figure> Each(IReadOnlyList<LoggedCall> calls, string when, int records) =>
        from call in calls
        group call by (call.System, call.Kind)
        into same
        orderby same.Key
        select new Figure(
            $"{when}: {same.Key.System} {same.Key.Kind}".ToLowerInvariant() + " per record created",
            (double)same.Count() / records);

    private static bool IsUnneeded(LoggedCall call) => Unneeded.Contains((call.System, call.Collection));

    // Every second edit on the other side; each on a link of its own.
    private static async Task<int> EditAsync(CallsWorld world, CancellationToken token)
    {
        var links = (await world.Store.LinksAsync(People, 0, 500)).Select(linked => linked.Link)
            .Where(link => link is { State: LinkState.Live, IsDirty: false }).Take(MostEdits).ToList();
        foreach (var (i, link) in links.Index())
        {
            var address = $"changed.{i}@example.test";
            if (i % 2 == 0)
                await world.EditAsync(
                    "powerofficego", "contactpersons", link.LeftKey[(link.LeftKey.LastIndexOf('/') + 1)..],
                    new() { ["EmailAddress"] = address }, token);
            else
                await world.EditAsync(
                    "youtrack", "users", link.RightKey,
                    new()
                    {
                        ["profile"] = new JsonObject
                        {
                            ["email"] = new JsonObject { ["verified"] = true, ["email"] = address },
                        },
                    },
                    token);
        }

        return links.Count;
    }
}
