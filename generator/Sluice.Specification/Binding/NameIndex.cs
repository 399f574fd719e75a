using Sluice.Specification.Problems;

namespace Sluice.Specification.Binding;

/// <summary>What the pairings of all documents are called, to find two that are called alike.</summary>
/// <remarks>It holds names and no lines, so that it stays equal while documents change in anything else.</remarks>
/// <param name="Claims">The names, in the order of their keys, names and documents.</param>
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
            .OrderBy(claim => claim.Key, StringComparer.Ordinal)
            .ThenBy(claim => claim.Name, StringComparer.Ordinal)
            .ThenBy(claim => claim.Path, StringComparer.Ordinal)
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
        return Alike(own.Key)
            .TakeWhile(claim => string.CompareOrdinal(claim.Name, own.Name) < 0)
            .Select(claim => claim.Name)
            .Distinct(StringComparer.Ordinal)
            .Count();
    }

    private Problem? Conflict(BoundPairing pairing, NameClaim own)
    {
        var first = Alike(own.Key).First(claim => claim.Name == own.Name);
        if (first.Path == own.Path)
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
