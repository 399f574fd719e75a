namespace Sluice.RandomDocuments;

/// <summary>Chooses, by one seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>The forms that were chosen so far.</summary>
    public HashSet<DocumentForm> Forms { get; } = [];

    /// <summary>Yes once in so many times.</summary>
    public bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    /// <summary>The same, noting that a form occurs.</summary>
    public bool Chance(int oneIn, DocumentForm form)
    {
        if (!Chance(oneIn))
            return false;

        Forms.Add(form);
        return true;
    }

    /// <summary>A number from the least to the most, both included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Of<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>One of several, noting the form that it is.</summary>
    public T Of<T>(IReadOnlyList<(T Item, DocumentForm? Form)> items)
    {
        var (item, form) = items[_random.Next(items.Count)];
        if (form is { } noted)
            Forms.Add(noted);

        return item;
    }
}
