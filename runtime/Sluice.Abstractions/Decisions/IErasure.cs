namespace Sluice;

/// <summary>What people are forgotten by.</summary>
public interface IErasure
{
    /// <summary>
    /// The record and every other that stands, or stood, for the same thing, in the entities they are read from. Empty
    /// where the store does not know it.
    /// </summary>
    ValueTask<IReadOnlyList<RecordId>> SameThingAsync(RecordId record);

    /// <summary>What was forgotten.</summary>
    ValueTask<ForgottenRecords> ForgottenAsync();

    /// <summary>
    /// Makes sure that nothing of what was forgotten is left in the file, its free pages or its log. Does nothing where
    /// that is so already.
    /// </summary>
    /// <returns>Whether it is so now; a process that looks at the store may hold it up.</returns>
    /// <exception cref="StorageException">There is too little room to do it, or something else is in the way: it is
    /// still to be done.</exception>
    ValueTask<bool> ScrubAsync();
}
