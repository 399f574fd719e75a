namespace Sluice.Specification.Reading;

/// <summary>Finds what somebody probably meant.</summary>
public static class Nearest
{
    // Longer texts are compared by their beginning, which keeps reading linear in the size of a document.
    private const int Compared = 400;

    /// <summary>The candidate with the fewest edits, the first of equals; null where all are far off.</summary>
    public static string? Of(string text, IEnumerable<string> candidates) =>
        Of(text, candidates, candidate => Math.Max(2, Math.Max(text.Length, candidate.Length) / 3));

    /// <summary>The same, where no more than so many edits are a slip.</summary>
    public static string? Of(string text, IEnumerable<string> candidates, int most) => Of(text, candidates, _ => most);

    private static string? Of(string text, IEnumerable<string> candidates, Func<string, int> allowed)
    {
        string? nearest = null;
        var best = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var most = allowed(candidate);
            if (Math.Abs(text.Length - candidate.Length) > most)
                continue;

            var distance = Distance(text, candidate);
            if (distance >= best || distance > most)
                continue;

            best = distance;
            nearest = candidate;
        }

        return nearest;
    }

    private static int Distance(string left, string right)
    {
        var width = Math.Min(right.Length, Compared);
        var row = new int[width + 1];
        for (var j = 0; j <= width; j++)
            row[j] = j;

        for (var i = 0; i < Math.Min(left.Length, Compared); i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < width; j++)
            {
                var replaced = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[width];
    }
}
