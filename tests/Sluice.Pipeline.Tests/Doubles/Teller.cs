using System.Globalization;
using System.Text;

namespace Sluice.Pipeline.Tests;

/// <summary>Tells all that a cycle did and left behind, by what people and programs are shown of it.</summary>
internal sealed class Teller(World world)
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public async Task TellAsync(CycleReport report)
    {
        foreach (var call in world.Calls.OrderBy(call => $"{call}", StringComparer.Ordinal))
            Line($"{call.System} {call.Entity} {call.Kind} {call.Key} {call.Body}");
        Line(ReportJson.Write(report));
        Tell(report.Plan);
        foreach (var row in report.Pairings)
        {
            Line($"{row.Skipped} {row.Problem} {row.Fix} {row.Breaker?.Reason} {row.Breaker?.Plan}");
            foreach (var move in row.Moves)
                Tell(move);
            foreach (var known in await world.Store.LinksAsync(row.Name, 0, 1000))
            {
                Line($"{known.Link.LeftKey} = {known.Link.RightKey} {known.Link.State} {known.Link.Origin}");
                foreach (var agreed in known.Bases)
                    Line($"  {agreed.Field} {agreed.Left.ToStored()} {agreed.Right.ToStored()} {agreed.Mapping}");
            }
        }

        foreach (var key in world.People.Keys)
            foreach (var move in await world.Store.HistoryAsync(new(world.People.Entity, key), 100))
                Tell(move);
        foreach (var item in await world.OpenAsync())
            Line($"{item.Kind} {item.Cause} {item.Key} {item.Field} '{item.Left}' '{item.Right}' {item.Reason}");
        foreach (var settled in await world.Store.SettledAsync(50))
            Line($"{settled.Subject}: {settled.IsApplied} {settled.Outcome}");
    }

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

    private void Tell(HistoryEntry move) =>
        Line($"  {move.LeftKey} {move.RightKey} {move.Field}: '{move.Old}' '{move.New}' {move.Rule} {move.Document}");

    private void Line(string text) => _text.Append(text).Append('\n');
}
