using System.Globalization;

namespace Sluice.Sandboxes.Data;

/// <summary>What is sold, the same for every seed: sizes of a few things, which take some pages.</summary>
internal static class Assortment
{
    private static readonly string[] Things = ["Rope", "Lamp", "Anchor", "Sail", "Buoy", "Compass", "Oar"];
    private static readonly string[] Sizes = ["tiny", "small", "middle", "large", "huge"];

    public static IReadOnlyList<Goods> All { get; } =
    [
        .. from thing in Things.Index()
           from size in Sizes.Index()
           let number = (thing.Index * Sizes.Length) + size.Index
           select new Goods(
               number,
               string.Create(CultureInfo.InvariantCulture, $"{thing.Item[..2].ToUpperInvariant()}-{number + 100}"),
               $"{thing.Item}, {size.Item}",
               12.5m + (number * 7.25m)),
    ];
}
