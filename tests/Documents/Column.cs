using Sluice.RandomDocuments.Meant;

namespace Sluice.RandomDocuments;

/// <summary>The source or target cell of a row of properties.</summary>
internal sealed record Column(string Path, IReadOnlyList<MeantDependency> DependsOn)
{
    public string Text => DependsOn.Count == 0
        ? Path
        : $"{Path} ({string.Concat(DependsOn.Select(one => $"Dependant on having {one.Value} in {one.Path}"))})";

    /// <summary>How many of the suffixes cannot be evaluated.</summary>
    public int Unreadable => DependsOn.Count(one => one.Value.Length == 0 || one.Path.Length == 0);

    public static Column Any(Dice dice, DocumentForm suffixed)
    {
        var path = dice.Of(Names.Paths);
        if (!dice.Chance(7, suffixed))
            return new(path, []);

        var most = dice.Chance(3, DocumentForm.ElevenDependencies) ? 11 : dice.Between(1, 3);
        var one = Dependency(dice);
        var all = new List<MeantDependency> { one };
        while (all.Count < most)
            all.Add(dice.Chance(3) ? Dependency(dice) : one);

        if (all.Distinct().Count() < all.Count)
            dice.Forms.Add(DocumentForm.RepeatedDependency);

        return new(path, all);
    }

    private static MeantDependency Dependency(Dice dice) => new(dice.Of(Names.Values), dice.Of(Names.Holders));
}
