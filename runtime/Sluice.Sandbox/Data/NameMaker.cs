using System.Globalization;

namespace Sluice.Sandboxes.Data;

/// <summary>Puts names together from syllables and never gives one out twice.</summary>
internal sealed class NameMaker(SeededRandom random)
{
    private static readonly string[] Openings =
    [
        "Bra", "Dal", "Eri", "Fjo", "Gla", "Hav", "Ivo", "Jor", "Kel", "Lun", "Mar", "Nor", "Odd", "Ryd", "Sol", "Tam",
        "Ulv", "Ves",
    ];

    private static readonly string[] Endings =
        ["bert", "dis", "fine", "gard", "hild", "lia", "mund", "na", "rik", "sa", "ton", "vina"];
    private static readonly string[] Places =
        ["berg", "dal", "fjell", "haug", "lund", "moen", "nes", "rud", "stad", "strand", "vik", "voll"];
    private static readonly string[] Trades =
        ["Boats", "Bakery", "Design", "Energy", "Fish", "Freight", "Glass", "Labs", "Mills", "Paper", "Tools", "Wool"];
    private static readonly string[] Towns = ["Ardal", "Brekkvik", "Eidsmo", "Fagerhaug", "Grimsund", "Holmstrand"];

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    public Person Person(int number)
    {
        var (given, family) =
            Unused(() => (random.Pick(Openings) + random.Pick(Endings), random.Pick(Openings) + random.Pick(Places)));
        var email = $"{given}.{family}@{random.Pick(Towns)}.example".ToLowerInvariant();

        // Every fifth name is written with an accent; its mailbox is not.
        return new(number, number % 5 == 3 ? Accented(given) : given, family, email, Phone());
    }

    public Organisation Organisation(int number)
    {
        var (first, second) = Unused(() => (random.Pick(Openings) + random.Pick(Places), random.Pick(Trades)));
        var zip = (1000 + random.Below(8000)).ToString("0000", CultureInfo.InvariantCulture);
        var domain = $"{first}-{second}.example".ToLowerInvariant();
        return new(number, $"{first} {second}", domain, random.Pick(Towns), zip, Phone());
    }

    private static string Accented(string name) => name
        .Replace('a', 'å').Replace('o', 'ö').Replace('e', 'é').Replace('E', 'É').Replace('i', 'í');

    private string Phone() =>
        string.Create(CultureInfo.InvariantCulture, $"+47 400 {random.Below(100):00} {random.Below(1000):000}");

    private (string First, string Second) Unused(Func<(string First, string Second)> make)
    {
        var made = make();
        while (!_given.Add($"{made.First} {made.Second}"))
            made = make();

        return made;
    }
}
