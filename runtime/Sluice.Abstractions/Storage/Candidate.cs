namespace Sluice;

/// <summary>A record that shares a match key with another across a pairing.</summary>
/// <param name="Observation">The observation's id.</param>
/// <param name="Key">Its key in the entity.</param>
/// <param name="Identity">The physical record.</param>
/// <param name="IsLinked">Whether it has a live link in the pairing.</param>
/// <param name="Rule">The first rule that agrees.</param>
public sealed record Candidate(long Observation, string Key, RecordId Identity, bool IsLinked, int Rule)
{
    /// <summary>
    /// The text of that rule that both have, in canonical form; null where nobody asked for who is meant by a key.
    /// </summary>
    public string? Agrees { get; init; }
}
