namespace Sluice.Flows;

/// <summary>A person's name in two pieces. Hub keeps it in one: its last word is taken for the family name.</summary>
/// <param name="Given">What comes before the last word; null where nothing does.</param>
/// <param name="Family">The last word; null where there is no name.</param>
internal sealed record PersonName(string? Given, string? Family)
{
    /// <summary>Splits a full name.</summary>
    public static PersonName Of(string? fullName)
    {
        var words = (fullName ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => new(null, null),
            [var only] => new(null, only),
            [.. var given, var family] => new(string.Join(' ', given), family),
        };
    }
}
