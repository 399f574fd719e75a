using System.Globalization;
using Sluice.Host.Diffing;

namespace Sluice.Host.Output;

/// <summary>Prints what changed in the documents since the last run; nothing where nothing did.</summary>
internal static class ChangesText
{
    public static void Print(TextWriter output, ChangesSince since)
    {
        if (since.IsUnknown)
            output.WriteLine(
                "What the pairings were approved with is not known: the store is from before documents were kept in "
                + "it. Their next run with an approval puts them there.");
        if (since.Changes.Count + since.Recompiled.Count == 0)
            return;

        output.WriteLine("Changed since the last run:");
        foreach (var one in since.Changes)
            output.WriteLine($"  {Place(one)}: {DiffText.Name(one.Change.Class)}: {Said(one)}{Touches(one.Pairings)}");
        foreach (var pairing in since.Recompiled)
            output.WriteLine(
                $"  {pairing.Name}: its documents say the same, but are compiled to something else: contracts or this "
                + $"program changed{Touches([pairing])}");

        var waiting = since.Changes.SelectMany(one => one.Pairings).Concat(since.Recompiled)
            .Where(pairing => pairing.NeedsApproval).Select(pairing => pairing.Name)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        output.WriteLine(waiting.Count == 0
            ? "No pairing does anything else because of it: it needs no approval."
            : $"Nothing is written for {string.Join(", ", waiting)} before a plan is approved.");
    }

    private static string Place(TouchingChange one) => (one.Change.Before, one.Change.After) switch
    {
        (_, { } now) => Number($"{one.Document}({now})"),
        ({ } was, null) => Number($"{one.Document}(was on {was})"),
        _ => one.Document,
    };

    private static string Said(TouchingChange one) =>
        (one.Change.Flow.Length > 0 ? one.Change.Flow + ": " : "") + one.Change.Message;

    private static string Touches(IReadOnlyList<TouchedPairing> pairings) =>
        $" [{string.Join(", ", pairings.Select(pairing => $"{Links(pairing.Links)} of {pairing.Name}"))}]";

    private static string Links(int count) => count == 1 ? "1 link" : Number($"{count} links");

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
