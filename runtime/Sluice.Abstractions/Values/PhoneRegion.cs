namespace Sluice;

/// <summary>How a region's telephone numbers are written without their calling code.</summary>
/// <remarks>
/// The facts are those of the national numbering plans, as far as they tell a whole number from a part.
/// </remarks>
/// <param name="Code">Its two letters in ISO 3166.</param>
/// <param name="Long">Its three letters in ISO 3166.</param>
/// <param name="Calling">Its calling code.</param>
/// <param name="Trunk">What is dialled before the number within the region and dropped after the calling code; null
/// where there is nothing.</param>
/// <param name="Shortest">The fewest digits of a number, calling code and trunk prefix aside.</param>
/// <param name="Longest">The most digits.</param>
public sealed record PhoneRegion(
    string Code, string Long, string Calling, char? Trunk, int Shortest, int Longest)
{
    private static readonly PhoneRegion[] All =
    [
        new("NO", "NOR", "47", null, 8, 8),
        new("SE", "SWE", "46", '0', 7, 10),
        new("DK", "DNK", "45", null, 8, 8),
        new("FI", "FIN", "358", '0', 5, 12),
        new("IS", "ISL", "354", null, 7, 7),
        new("GB", "GBR", "44", '0', 9, 10),
        new("IE", "IRL", "353", '0', 7, 9),
        new("DE", "DEU", "49", '0', 6, 13),
        new("NL", "NLD", "31", '0', 9, 9),
        new("FR", "FRA", "33", '0', 9, 9),
        new("US", "USA", "1", '1', 10, 10),
        new("CA", "CAN", "1", '1', 10, 10),
    ];

    /// <summary>The two letters of every region that is known.</summary>
    public static IEnumerable<string> Codes => All.Select(region => region.Code);

    /// <summary>The region of two or three letters; null where it is not known.</summary>
    public static PhoneRegion? Find(string? code)
    {
        if (code is null)
            return null;

        foreach (var region in All)
            if (region.Code.Equals(code, StringComparison.OrdinalIgnoreCase)
                || region.Long.Equals(code, StringComparison.OrdinalIgnoreCase))
                return region;

        return null;
    }

    /// <summary>
    /// The length of the calling code after which a number still has its region's trunk prefix, with which no number
    /// begins; 0 where it has none.
    /// </summary>
    internal static int TrunkAfterCalling(ReadOnlySpan<char> international)
    {
        foreach (var region in All)
            if (region.Trunk == '0'
                && international.StartsWith(region.Calling, StringComparison.Ordinal)
                && international.Length > region.Calling.Length
                && international[region.Calling.Length] == '0')
                return region.Calling.Length;

        return 0;
    }
}
