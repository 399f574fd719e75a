namespace Sluice;

/// <summary>Which keys are the same thing, and what they showed when they last agreed.</summary>
public interface ILinkStore
{
    /// <summary>
    /// Stores a link with its bases, joins the lineages of its two records, settles the intent it came from, clears
    /// what was open about either record in this pairing, and appends history. Where one record was created for the
    /// other, the links of either in other pairings that ask which of two values is meant are dirty.
    /// </summary>
    /// <returns>
    /// The link with its number; the stored one where exactly this link exists already. Where this one is of what was
    /// created and settles that create, so is the stored one from then on, with the bases that it lacked.
    /// </returns>
    /// <exception cref="InvalidOperationException">Either key already has another live or tombstone link in this
    /// pairing.</exception>
    ValueTask<Link> LinkAsync(NewLink link);

    /// <summary>
    /// Stores how a merge ended: bases moved field by field, intents settled, hashes of what the answers showed, what
    /// became
    /// open, history; and whether the link is still dirty.
    /// </summary>
    ValueTask MergeAsync(MergeCommit merge);

    /// <summary>
    /// Marks that one side of a link is gone, or back. A tombstone is clean until a record of it changes; a link that
    /// is live again is dirty. Where it was made for a record, what others ask about either is looked at again, too.
    /// </summary>
    ValueTask SetLinkStateAsync(long link, LinkState state, DateTimeOffset at);

    /// <summary>
    /// Live and tombstone links of a pairing with something to look at, whose records are both in scope as far as was
    /// observed.
    /// </summary>
    ValueTask<IReadOnlyList<LinkedBases>> DirtyLinksAsync(string pairing, long after, int limit);

    /// <summary>
    /// Forgets what is stored of every field that a pairing has no more: a field that comes back later begins anew.
    /// </summary>
    /// <param name="pairing">The pairing's name.</param>
    /// <param name="fields">The fields it has.</param>
    /// <param name="leftPaths">The paths that any pairing carries from or to the records on its left side.</param>
    /// <param name="rightPaths">The same on its right side.</param>
    ValueTask KeepFieldsAsync(
        string pairing, IReadOnlyList<string> fields, IReadOnlyList<string> leftPaths,
        IReadOnlyList<string> rightPaths);

    /// <summary>The link of a key in a pairing, live or tombstone; null where there is none.</summary>
    ValueTask<LinkedBases?> FindLinkAsync(string pairing, Side side, string key);

    /// <summary>The newest link of a key that ended; null where there is none.</summary>
    ValueTask<LinkedBases?> FindEndedAsync(string pairing, Side side, string key);

    /// <summary>Whether a person said that a record is not the same as another across a pairing.</summary>
    ValueTask<bool> AreToldApartAsync(string pairing, Side side, string key, string across);

    /// <summary>All links of a pairing in batches after <paramref name="after"/> (a link's id; 0 to start).</summary>
    ValueTask<IReadOnlyList<LinkedBases>> LinksAsync(string pairing, long after, int limit);

    /// <summary>
    /// Of how many links which fields are not shown any more, in all pairings; costs next to nothing while all are.
    /// </summary>
    ValueTask<IReadOnlyList<VanishedValues>> VanishedAsync();

    /// <summary>What was last carried from or to a physical record, by whichever pairing.</summary>
    ValueTask<IReadOnlyList<Mark>> MarksAsync(RecordId record);

    /// <summary>Our own writes to a physical record that it may not show yet, each with the left side as its side.
    /// </summary>
    ValueTask<IReadOnlyList<OwnWrite>> OwnWritesAsync(RecordId record);

    /// <summary>
    /// Every physical record that stands, or stood until it was gone, for the same thing as this one: by links that are
    /// live, tombstones or ended, itself left out.
    /// </summary>
    ValueTask<IReadOnlyList<RecordId>> LineageAsync(RecordId record);
}
