namespace Sluice;

/// <summary>A record of one side that has no link in a pairing.</summary>
/// <param name="Observation">The observation's id.</param>
/// <param name="Key">Its key in the entity.</param>
/// <param name="Identity">The physical record.</param>
public sealed record Unlinked(long Observation, string Key, RecordId Identity)
{
    /// <summary>Whether it had a link that ended when its counterpart went.</summary>
    public bool HasEnded { get; init; }
}
