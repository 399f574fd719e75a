namespace Sluice;

/// <summary>Where the values of a link's records come from.</summary>
/// <param name="Echoes">What this tool last wrote into either record, by way of whichever pairing.</param>
/// <param name="OthersPending">Whether another link of either record has something to look at.</param>
public sealed record Provenance(IReadOnlyList<Echo> Echoes, bool OthersPending)
{
    /// <summary>Nothing is known.</summary>
    public static Provenance Unknown { get; } = new([], false);
}
