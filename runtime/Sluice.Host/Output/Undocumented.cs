using System.Globalization;
using Sluice.Host.Deciding;

namespace Sluice.Host.Output;

/// <summary>
/// What a store knows, with the pairings apart that no document speaks of any more: nothing is done for them, and
/// nothing that is open about them can be answered.
/// </summary>
/// <param name="Documented">The pairings of this program.</param>
/// <param name="Open">What is open about these.</param>
/// <param name="Left">Those that left the program.</param>
/// <param name="LeftOpen">What was open about those when they left.</param>
internal sealed record Undocumented(
    IReadOnlyList<PairingCounts> Documented, IReadOnlyList<OpenItem> Open,
    IReadOnlyList<PairingCounts> Left, IReadOnlyList<OpenItem> LeftOpen)
{
    public static Undocumented Of(IReadOnlyList<PairingCounts> counts, IReadOnlyList<OpenItem> open)
    {
        var pairings = counts.ToLookup(count => Names.Find(count.Pairing) is not null);
        var items = open.ToLookup(item => Names.Find(item.Pairing) is not null);
        return new([.. pairings[true]], [.. items[true]], [.. pairings[false]], [.. items[false]]);
    }

    public void Print(TextWriter output)
    {
        if (Left.Count == 0)
            return;

        output.WriteLine("No document speaks of these any more. Nothing is done for them, and none of it waits:");
        foreach (var count in Left)
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {count.Pairing}: {count.Links} links, {count.OpenIntents} unsettled writes"));
        foreach (var item in LeftOpen)
            output.WriteLine(
                $"  {OpenText.Word(item.Kind)}: {item.Pairing} {item.Key}: {item.Reason} (since {item.Since:u})");
        output.WriteLine(
            "  Put its document back, under its name, to go on with one: it is planned anew. What one of them linked "
            + "is told apart by: sluice unlink PAIRING KEY");
    }
}
