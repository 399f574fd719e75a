using System.CommandLine;
using Sluice.Host.Deciding;
using Sluice.Pipeline;

namespace Sluice.Host.Commands;

/// <summary><c>sluice link</c>: says that two records are the same thing; <c>link import</c> says it of many.</summary>
internal static class LinkCommand
{
    // A decision is one transaction of the owner's and one row of the inbox.
    private const int PerDecision = 20_000;

    public static Command Create()
    {
        var pairing = new Argument<string>("PAIRING")
        {
            Description = "The pairing's name, as `sluice status` has it.",
        };
        var left = new Argument<string>("LEFTKEY") { Description = "The record's key on the left side." };
        var right = new Argument<string>("RIGHTKEY") { Description = "The record's key on the right side." };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "link",
            "Says that two records are the same thing. Takes back that they are not; refused where either has another "
            + "counterpart.")
        {
            pairing, left, right, settings, store, json, CreateImport(),
        };
        command.SetAction(async (parsed, _) =>
        {
            var pair = new KeyPair(
                Names.Pairing(parsed.GetValue(pairing)!).Name, parsed.GetValue(left)!, parsed.GetValue(right)!);
            await using var desk = await Desk.OpenAsync(
                parsed.GetValue(settings) ?? [], parsed.GetValue(store), create: true);
            return await desk.LeaveAsync(new(DecisionKind.Link) { Pairs = [pair] }, parsed.GetValue(json));
        });
        return command;
    }

    private static Command CreateImport()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Comma-separated values with the header pairing,left,right.",
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "import",
            "Brings in links that another tool made, before the first plan or at any time. Rows that are wrong are "
            + "listed with their line, and the rest goes on.")
        {
            file, settings, store, json,
        };
        command.SetAction((parsed, _) => ImportAsync(
            parsed.GetValue(file)!, parsed.GetValue(settings) ?? [], parsed.GetValue(store), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> ImportAsync(string file, string[] files, string? storePath, bool json)
    {
        var table = CsvTable.Read(file, "pairing", "left", "right");
        var pairs = table.Rows.Select(row => new KeyPair(
            Names.Find(table.Cell(row.Cells, "pairing"))?.Name ?? table.Cell(row.Cells, "pairing"),
            table.Cell(row.Cells, "left"), table.Cell(row.Cells, "right"), row.Line)).ToList();
        if (pairs.Count == 0)
            throw new HostException($"{file} holds no row.", "Write one link a line below the header.");

        await using var desk = await Desk.OpenAsync(files, storePath, create: true);
        var refused = new List<(int Line, string Reason)>();
        var (left, waiting, there) = (0, 0, 0);
        foreach (var part in pairs.Chunk(PerDecision))
        {
            var verdict = await desk.Decisions.JudgeAsync(new PersonDecision(DecisionKind.Link) { Pairs = part });
            refused.AddRange(verdict.Refused.Select(row => (row.Pair.Line, row.Reason)));
            var wrong = verdict.Refused.Select(row => row.Pair).ToHashSet();
            KeyPair[] right = [.. part.Where(pair => !wrong.Contains(pair))];
            KeyPair[] good = await MissingAsync(desk, right);
            there += right.Length - good.Length;
            if (good.Length == 0)
                continue;

            var links = new PersonDecision(DecisionKind.Link) { Pairs = good };
            var rest = good.Length == part.Length ? verdict : await desk.Decisions.JudgeAsync(links);
            if (rest.IsWaiting)
                waiting += good.Length;
            else
            {
                left += good.Length;
                await desk.Decisions.LeaveAsync(links);
            }
        }

        return LeftText.Report(file, "links", left, waiting, refused, json, there);
    }

    // What is linked already was either decided before or found by the engine: it is told, and not decided again.
    private static async Task<KeyPair[]> MissingAsync(Desk desk, KeyPair[] pairs)
    {
        var missing = new List<KeyPair>();
        foreach (var pair in pairs)
            if ((await desk.Store.FindLinkAsync(pair.Pairing, Side.Left, pair.Left))?.Link is not
                { State: LinkState.Live } link || link.RightKey != pair.Right)
                missing.Add(pair);

        return [.. missing];
    }
}
