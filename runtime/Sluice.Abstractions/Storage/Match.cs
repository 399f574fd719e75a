namespace Sluice;

/// <summary>What a record could be linked to by the match rules of a pairing.</summary>
/// <param name="Across">
/// Records of the other side that share a match key of any rule with it: seen, in scope, not told apart from it, linked
/// or not, in the order of first sight.
/// </param>
/// <param name="Rivals">The same seen from the first of these, itself left out.</param>
/// <param name="Taken">The link, live or tombstone, that the first of these has already; null where it is free.</param>
public sealed record Match(IReadOnlyList<Candidate> Across, IReadOnlyList<Candidate> Rivals, Link? Taken)
{
    /// <summary>Nobody shares a match key with the record.</summary>
    public static Match None { get; } = new([], [], null);
}
