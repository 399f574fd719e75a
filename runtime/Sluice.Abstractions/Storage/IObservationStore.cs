namespace Sluice;

/// <summary>What was last seen of each record.</summary>
public interface IObservationStore
{
    /// <summary>
    /// Opens an enumeration of an entity, or of its changes. One that is never completed decides nothing.
    /// </summary>
    ValueTask<Extraction> BeginExtractionAsync(EntityName entity, DateTimeOffset at);

    /// <summary>
    /// Notes that the records of a page were seen in an enumeration, and says which of them are new or differ from what
    /// is
    /// stored (by hash or scope, or because they had been gone). Stores nothing but the sighting.
    /// </summary>
    /// <returns>One entry per new or changed record, in the order given; unchanged records are left out.</returns>
    ValueTask<IReadOnlyList<Sighting>> CompareAsync(Extraction extraction, IReadOnlyList<Glimpse> page);

    /// <summary>
    /// Stores new and changed records with their match keys, and marks the links that a change concerns as dirty. A
    /// cursor that comes with them is stored in the same transaction; null leaves the stored one as it is.
    /// </summary>
    ValueTask ObserveAsync(Extraction extraction, IReadOnlyList<Observation> observations, string? cursor = null);

    /// <summary>
    /// Records of the entity that are stored as present and that an enumeration has not shown so far, in the order of
    /// first sight.
    /// </summary>
    ValueTask<IReadOnlyList<Missing>> MissingAsync(Extraction extraction, int limit);

    /// <summary>
    /// Closes an enumeration whose end was proved. Records of the entity that it did not show are marked gone, and
    /// their
    /// links dirty. Fails where another enumeration of the entity was opened since.
    /// </summary>
    /// <param name="extraction">The enumeration.</param>
    /// <param name="at">When its end was proved.</param>
    /// <param name="pages">How many pages it took.</param>
    /// <param name="lens">How its records were looked at; null where some could not be.</param>
    /// <param name="cursor">Where a listing of changes goes on from; null leaves the stored one as it is.</param>
    /// <param name="knownBefore">
    /// What was made by us and first seen at this time or later may not show yet and is not gone; null where all of it
    /// shows.
    /// </param>
    /// <param name="shown">
    /// How many records the source listed, stored or not; null where those are what is stored as present.
    /// </param>
    /// <returns>How many records were seen, and how many are newly gone.</returns>
    ValueTask<ExtractionEnd> CompleteExtractionAsync(
        Extraction extraction, DateTimeOffset at, int pages = 0, string? lens = null, string? cursor = null,
        DateTimeOffset? knownBefore = null, int? shown = null);

    /// <summary>
    /// Closes a listing of changes whose end was proved. What it did not show is as it was: nothing is gone.
    /// </summary>
    /// <returns>How many records were seen, and how many there should be in all.</returns>
    ValueTask<ChangesEnd> CompleteChangesAsync(Extraction extraction);

    /// <summary>
    /// The paths that nearly all records of an entity showed when enough of them were listed, in the order of paths.
    /// </summary>
    ValueTask<IReadOnlyList<ShownPath>> ShownPathsAsync(EntityName entity);

    /// <summary>Replaces what is known of the paths that an entity's records show.</summary>
    ValueTask KeepShownPathsAsync(EntityName entity, IReadOnlyList<ShownPath> paths);

    /// <summary>
    /// Notes that what is stored of an entity may not be as it is: changes are not enough, everything is listed next.
    /// </summary>
    ValueTask DoubtAsync(EntityName entity);

    /// <summary>When the last complete enumeration of an entity began; null where there was none.</summary>
    ValueTask<DateTimeOffset?> LastCompleteAsync(EntityName entity);

    /// <summary>
    /// Records of one side of a pairing that are seen, in scope and without a link (live or tombstone) in that pairing,
    /// in the order of first sight, in batches after <paramref name="after"/> (an observation's id; 0 to start). Less
    /// than <paramref name="limit"/> where there are no more.
    /// </summary>
    /// <param name="pairing">The pairing's name.</param>
    /// <param name="side">The side.</param>
    /// <param name="entity">What the side is read from.</param>
    /// <param name="after">The last record of the batch before.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="wanted">
    /// Of those of which the store knows at once how they stand, the ones that are wanted. It always shows all others.
    /// </param>
    ValueTask<IReadOnlyList<Unlinked>> UnlinkedAsync(
        string pairing, Side side, EntityName entity, long after, int limit, Standings wanted = Standings.All);

    /// <summary>
    /// What each of a batch of unlinked records could be linked to, in their order, all seen at one moment.
    /// </summary>
    /// <param name="pairing">The pairing's name.</param>
    /// <param name="side">The records' side.</param>
    /// <param name="observations">Their observations' ids.</param>
    ValueTask<IReadOnlyList<Match>> MatchesAsync(string pairing, Side side, IReadOnlyList<long> observations);

    /// <summary>
    /// Records across from one that share a match key of any rule with it: seen, in scope, not told apart by a negative
    /// link, linked or not, in the order of first sight. Nothing where the record was never seen, or is gone.
    /// </summary>
    ValueTask<IReadOnlyList<Candidate>> CandidatesAsync(string pairing, Side side, string key);

    /// <summary>The records that a record names at some paths, in the order of their keys.</summary>
    ValueTask<IReadOnlyList<string>> NamedByAsync(
        EntityName entity, string key, EntityName named, IReadOnlyList<string> paths);

    /// <summary>
    /// The records of an entity that are there and name a record at some paths, in the order of their keys.
    /// </summary>
    ValueTask<IReadOnlyList<string>> NamingAsync(
        EntityName entity, IReadOnlyList<string> paths, EntityName named, string key);

    /// <summary>The keys among <paramref name="keys"/> that were observed before <paramref name="before"/>.</summary>
    ValueTask<IReadOnlySet<string>> KnownBeforeAsync(
        EntityName entity, IReadOnlyList<string> keys, DateTimeOffset before);

    /// <summary>The keys among <paramref name="keys"/> of records that were there and are gone.</summary>
    /// <param name="entity">Their entity.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="by">
    /// Only those of which this, or that a view no longer shows them, was known at a time; null for all.
    /// </param>
    ValueTask<IReadOnlySet<string>> GoneAsync(
        EntityName entity, IReadOnlyList<string> keys, DateTimeOffset? by = null);
}
