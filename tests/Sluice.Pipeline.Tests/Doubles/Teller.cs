using System.Globalization;
using System.Text;

namespace Sluice.Pipeline.Tests;

/// <summary>
/// Tells all that a cycle did and left behind, by what people and programs are shown of it. What is done side by side
/// comes in no order, and is told in one.
/// </summary>
internal sealed class Teller(World world)
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public async Task TellAsync(CycleReport report)
    {
        Lines(world.Calls.Select(call => $"{call.System} {call.Entity} {call.Kind} {call.Key} {call.Body}"));
        Line(ReportJson.Write(report with { Pairings = [.. report.Pairings.Select(InOrder)] }));
        Tell(report.Plan);
        foreach (var row in report.Pairings)
        {
            Line($"{row.Skipped} {row.Problem} {row.Fix} {row.Breaker?.Reason} {row.Breaker?.Plan}");
            Lines(row.Moves.Select(Words));
            foreach (var known in (await world.Store.LinksAsync(row.Name, 0, 1000))
                .OrderBy(known => known.Link.LeftKey, StringComparer.Ordinal))
            {
                Line($"{known.Link.LeftKey} = {known.Link.RightKey} {known.Link.State} {known.Link.Origin}");
                foreach (var agreed in known.Bases)
                    Line($"  {agreed.Field} {agreed.Left.ToStored()} {agreed.Right.ToStored()} {agreed.Mapping}");
            }
        }

        foreach (var key in world.People.Keys)
            Lines((await world.Store.HistoryAsync(new(world.People.Entity, key), 100)).Select(Words));
        Lines((await world.OpenAsync()).Select(item =>
            $"{item.Kind} {item.Cause} {item.Key} {item.Field} '{item.Left}' '{item.Right}' {item.Reason}"));
        foreach (var settled in await world.Store.SettledAsync(50))
            Line($"{settled.Subject}: {settled.IsApplied} {settled.Outcome}");
    }

    private static PairingReport InOrder(PairingReport row) =>
        row with { Moves = [.. row.Moves.OrderBy(Words, StringComparer.Ordinal)] };

    private static string Words(HistoryEntry move) =>
        $"  {move.LeftKey} {move.RightKey} {move.Field}: '{move.Old}' '{move.New}' {move.Rule} {move.Document}";

    private void Tell(SyncPlan? plan)
    {
        if (plan is null)
            return;

        Line($"{plan.Hash}");
        foreach (var item in plan.Items)
            Line($"{item.Kind} {item.Key} {item.Text} {item.Line.ToString(CultureInfo.InvariantCulture)}");
        foreach (var likely in plan.LikelyDuplicates)
            Line($"{likely.Origin} {likely.Existing} {likely.Because}");
    }

    private void Lines(IEnumerable<string> texts)
    {
        foreach (var text in texts.Order(StringComparer.Ordinal))
            Line(text);
    }

    private void Line(string text) => _text.Append(text).Append('\n');
}
