using Sluice.Host.Deciding;

namespace Sluice.Host.Explaining;

/// <summary>Tells where a record's values came from.</summary>
internal static class WhyText
{
    public static void Print(TextWriter output, Explanation why)
    {
        output.WriteLine(why.Record);
        foreach (var linked in why.Links)
            Print(output, why, linked);
        foreach (var entry in why.History)
            Print(output, entry);
        if (why.IsCut)
            output.WriteLine(
                $"  moves older than these {why.History.Count} are not shown; name a FIELD to see its own");
        foreach (var item in why.Open)
            output.WriteLine($"  open: {item.Reason} (since {item.Since:u})");
    }

    /// <summary>How a link, or the end of one, came about, in words. Only people tell records apart.</summary>
    public static string Origin(Link link) => link switch
    {
        { State: LinkState.Negative, Origin: not LinkOrigin.Person } => $"a person said so; before: {Beginning(link)}",
        _ => Beginning(link),
    };

    public static string State(LinkState state) => state switch
    {
        LinkState.Live => "linked",
        LinkState.Tombstone => "one of the two is gone",
        LinkState.Negative => "told apart",
        _ => "ended, because one of the two went",
    };

    private static string Beginning(Link link) => (link.Origin, Names.Find(link.Pairing)?.Document) switch
    {
        (LinkOrigin.Person, _) => "a person said so",
        (LinkOrigin.Match, var document) => $"matched by {document}:{link.Line}",
        (LinkOrigin.Created, var document) => $"one was created for the other by {document}:{link.Line}",
        (_, var document) => $"one thing by way of other pairings, {document}:{link.Line}",
    };

    private static void Print(TextWriter output, Explanation why, LinkedBases linked)
    {
        var link = linked.Link;
        var there = why.SideIn(link.Pairing, link.LeftKey).Other();
        var entity = Names.Find(link.Pairing)?[there].Name.ToString() ?? "?";
        output.WriteLine($"  {State(link.State)}: {entity} {link.Key(there)}  ({link.Pairing}; {Origin(link)})");
        foreach (var agreed in linked.Bases)
            output.WriteLine(agreed.Left == agreed.Right
                ? $"    {agreed.Field}: both last agreed on '{agreed.Left}'"
                : $"    {agreed.Field}: both last agreed on '{agreed[there.Other()]}' here "
                    + $"and '{agreed[there]}' there");
    }

    private static void Print(TextWriter output, HistoryEntry entry)
    {
        var pairing = Names.Find(entry.Pairing);
        var (from, to) = (entry.Written.Other(), entry.Written);
        var source = $"{pairing?[from].Name} {Key(entry, from)}";
        var target = $"{pairing?[to].Name} {Key(entry, to)}";
        output.WriteLine(entry.IsDelete
            ? $"  {entry.At:u}  {target} was deleted: it stood for {source}"
            : entry.Field.Length == 0
            ? $"  {entry.At:u}  {target} was created for {source}"
            : $"  {entry.At:u}  {entry.Field}: '{entry.New}' from {source} replaced '{entry.Old}' in {target}");
        var seen = entry.SeenAt is { } at ? $"; first seen so in {pairing?[from].System} at {at:u}" : "";
        var write = entry.Intent is { } intent ? $"; run {entry.Run}, write {intent}" : "";
        output.WriteLine($"      {entry.Rule}; {Explanation.Document(entry)}:{entry.Line}{seen}{write}");
    }

    private static string Key(HistoryEntry entry, Side side) => side == Side.Left ? entry.LeftKey : entry.RightKey;
}
