using System.Globalization;
using Sluice.Host.Diffing;

namespace Sluice.Host.Output;

/// <summary>Prints what changed in the documents since the last run; nothing where nothing did.</summary>
internal static class ChangesText
{
    /// <param name="output">Where to print.</param>
    /// <param name="since">What changed.</param>
    /// <param name="changed">What that means for the pairings.</param>
    public static void Print(TextWriter output, ChangesSince since, IReadOnlyList<ChangedPairing> changed)
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

        var (waiting, approved) =
            (Names(changed, ChangeStanding.AwaitsApproval), Names(changed, ChangeStanding.Approved));
        if (waiting.Length > 0)
            output.WriteLine($"Nothing is written for {waiting} before a plan is approved.");
        if (approved.Length > 0)
            output.WriteLine($"It was approved for {approved}: the next run carries it out.");
        if (waiting.Length + approved.Length == 0)
            output.WriteLine("No pairing does anything else because of it: it needs no approval.");
    }

    private static string Names(IReadOnlyList<ChangedPairing> changed, ChangeStanding standing) =>
        string.Join(", ", changed.Where(pairing => pairing.Standing == standing).Select(pairing => pairing.Name));

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
