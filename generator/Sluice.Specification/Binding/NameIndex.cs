using Sluice.Specification.Problems;

namespace Sluice.Specification.Binding;

/// <summary>The names of pairings that more than one goes by, to say whose they are.</summary>
/// <remarks>
/// It holds no name that one pairing alone has, and no lines. So it is empty mostly, and stays equal whatever changes
/// in documents.
/// </remarks>
/// <param name="Claims">Each name's first claim, in the order of keys and names.</param>
public sealed record NameIndex(EquatableArray<NameClaim> Claims)
{
    /// <summary>The names that a document's pairings go by.</summary>
    /// <param name="path">Where the document is.</param>
    /// <param name="pairings">The pairings it emits.</param>
    public static EquatableArray<NameClaim> ClaimsOf(string path, EquatableArray<BoundPairing> pairings) => pairings
        .SelectMany(pairing => new[] { NameClaim.OfClass(pairing, path), NameClaim.OfPairing(pairing, path) })
        .ToEquatableArray();

    /// <summary>An index of some documents' names, in whatever order.</summary>
    public static NameIndex Of(IEnumerable<NameClaim> claims) => new(
        claims
            .GroupBy(claim => claim.Key, StringComparer.Ordinal)
            .Where(alike => alike.Skip(1).Any())
            .OrderBy(alike => alike.Key, StringComparer.Ordinal)
            .SelectMany(Firsts)
            .ToEquatableArray());

    /// <summary>
    /// Says that a pairing is called like one of another document, to which the name belongs because its path sorts
    /// first; null where the name is the pairing's own.
    /// </summary>
    /// <param name="path">Where the document is.</param>
    /// <param name="pairing">A pairing that it emits.</param>
    public Problem? Conflict(string path, BoundPairing pairing) =>
        Conflict(pairing, NameClaim.OfClass(pairing, path)) ?? Conflict(pairing, NameClaim.OfPairing(pairing, path));

    /// <summary>
    /// How many classes come before a pairing's whose names differ from its own in letter case only.
    /// </summary>
    public int Twins(BoundPairing pairing)
    {
        var own = NameClaim.OfClass(pairing, "");
        return Alike(own.Key).TakeWhile(claim => string.CompareOrdinal(claim.Name, own.Name) < 0).Count();
    }

    private Problem? Conflict(BoundPairing pairing, NameClaim own)
    {
        var first = Alike(own.Key).FirstOrDefault(claim => claim.Name == own.Name);
        if (first is null || first.Path == own.Path)
            return null;

        var other = Shown(first.Path, own.Path);
        return Rules.PairingRepeated.At(
            new(pairing.Line, 1, 0),
            first.Ends == own.Ends
                ? $"'{other}' describes {own.Ends} already, so nothing is made of this section. Move what it says "
                    + "there, and remove it here."
                : $"The pairing of {own.Ends} would be called '{own.Name}', as that of {first.Ends} in '{other}' is, "
                    + "so nothing is made of this section. Give a system or an entity of one of them another name.");
    }

    private static IEnumerable<NameClaim> Firsts(IEnumerable<NameClaim> alike) => alike
        .GroupBy(claim => claim.Name, StringComparer.Ordinal)
        .OrderBy(same => same.Key, StringComparer.Ordinal)
        .Select(same => same.OrderBy(claim => claim.Path, StringComparer.Ordinal).First());

    private static string Shown(string path, string own)
    {
        var (folder, file) = Parts(path);
        return file == Parts(own).File ? $"{Parts(folder).File}/{file}" : file;
    }

    private static (string Folder, string File) Parts(string path)
    {
        var end = path.LastIndexOfAny(['/', '\\']);
        return end < 0 ? ("", path) : (path.Substring(0, end), path.Substring(end + 1));
    }

    private IEnumerable<NameClaim> Alike(string key) => EqualRange.Of(Claims, claim => claim.Key, key);
}
