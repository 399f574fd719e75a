namespace Sluice;

/// <summary>Whether a store knows all that was done with it.</summary>
/// <remarks>
/// An owner that finds its store older than what was done with it lets all pairings observe again, and takes back what
/// was approved before.
/// </remarks>
public interface IRestoreStore
{
    /// <summary>What a pairing lost; null where the store is not known to have lost anything of it.</summary>
    ValueTask<Restoration?> RestorationAsync(string pairing);
}
