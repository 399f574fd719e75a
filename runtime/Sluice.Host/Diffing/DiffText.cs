using System.Globalization;
using Sluice.Specification.Comparison;

namespace Sluice.Host.Diffing;

/// <summary>Prints what changed, for people.</summary>
internal static class DiffText
{
    public static void Print(TextWriter output, IReadOnlyList<DocumentDiff> diffs)
    {
        foreach (var diff in diffs)
        {
            output.WriteLine(diff.Path + (diff.Old is null ? " (new)" : diff.New is null ? " (gone)" : ""));
            foreach (var change in diff.Changes)
                output.WriteLine(
                    $"  {Name(change.Class),-8}  {Place(change)}{(change.Flow.Length > 0 ? change.Flow + ": " : "")}"
                    + change.Message);
        }

        var all = diffs.SelectMany(diff => diff.Changes).ToLookup(change => change.Class);
        var counts = Enum.GetValues<ChangeClass>().Reverse().Select(kind => $"{all[kind].Count()} {Name(kind)}");
        output.WriteLine(
            $"{(diffs.Count == 1 ? "1 document" : $"{diffs.Count} documents")} changed: {string.Join(", ", counts)}");
    }

    public static string Name(ChangeClass kind) => kind.ToString().ToUpperInvariant();

    private static string Place(DocumentChange change) => (change.Before, change.After) switch
    {
        ({ } before, null) => string.Create(CultureInfo.InvariantCulture, $"was on line {before}: "),
        (_, { } after) => string.Create(CultureInfo.InvariantCulture, $"line {after}: "),
        _ => "",
    };
}
