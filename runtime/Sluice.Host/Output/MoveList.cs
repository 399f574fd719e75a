using Sluice.Pipeline;
using Spectre.Console;

namespace Sluice.Host.Output;

/// <summary>Prints the values that moved, each with the line of the document that says so.</summary>
internal static class MoveList
{
    public static void Print(IAnsiConsole console, CycleReport report, IReadOnlyList<Pairing> catalogue)
    {
        foreach (var pairing in report.Pairings)
        {
            var descriptor = catalogue.First(known => known.Descriptor.Name == pairing.Name).Descriptor;
            foreach (var move in pairing.Moves)
                console.WriteLine(Text(descriptor, move));
        }
    }

    private static string Text(PairingDescriptor pairing, HistoryEntry move)
    {
        var (from, to) = move.Written == Side.Left
            ? ($"{pairing.Right.Name} {move.RightKey}", $"{pairing.Left.Name} {move.LeftKey}")
            : ($"{pairing.Left.Name} {move.LeftKey}", $"{pairing.Right.Name} {move.RightKey}");
        return move.Field.Length == 0
            ? $"  {pairing.Document}:{move.Line}  {to} was created for {from}  ({move.Rule})"
            : $"  {pairing.Document}:{move.Line}  {from} → {to}  "
            + $"{move.Field}: '{move.Old}' → '{move.New}'  ({move.Rule})";
    }
}
