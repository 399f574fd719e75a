namespace Sluice.Connectors;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class Slip
{
    /// <summary>The nearest of some names, whatever the case; null where all are far off.</summary>
    public static string? Of(string written, IEnumerable<string> names) => names
        .Select(name => (Name: name, Slips: Between(written.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(one => one.Slips <= Math.Max(1, Math.Min(written.Length, one.Name.Length) / 3))
        .OrderBy(one => one.Slips).ThenBy(one => one.Name, StringComparer.Ordinal)
        .Select(one => one.Name).FirstOrDefault();

    // A letter too many, too few, wrong, or two that changed places: one slip each.
    private static int Between(string written, string meant)
    {
        var slips = new int[written.Length + 1, meant.Length + 1];
        for (var i = 0; i <= written.Length; i++)
            for (var j = 0; j <= meant.Length; j++)
                slips[i, j] = i == 0 || j == 0 ? i + j : Least(slips, written, meant, i, j);

        return slips[written.Length, meant.Length];
    }

    private static int Least(int[,] slips, string written, string meant, int i, int j)
    {
        var same = written[i - 1] == meant[j - 1];
        var least = Math.Min(
            slips[i - 1, j - 1] + (same ? 0 : 1), Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
        return i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1]
            ? Math.Min(least, slips[i - 2, j - 2] + 1)
            : least;
    }
}
