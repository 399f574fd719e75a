namespace Sluice;

/// <summary>Which keys are the same thing, and what they showed when they last agreed.</summary>
public interface ILinkStore
{
    /// <summary>
    /// Stores a link with its bases, joins the lineages of its two records, settles the intent it came from, clears
    /// what was
    /// open about either record in this pairing, and appends history.
    /// </summary>
    /// <returns>The link with its number; the stored one where exactly this link exists already.</returns>
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
    /// is live again is dirty.
    /// </summary>
    ValueTask SetLinkStateAsync(long link, LinkState state, DateTimeOffset at);

    /// <summary>
    /// Live and tombstone links of a pairing with something to look at, whose records are both in scope as far as was
    /// observed.
    /// </summary>
    ValueTask<IReadOnlyList<LinkedBases>> DirtyLinksAsync(string pairing, long after, int limit);

    /// <summary>
    /// Drops the bases of every field that a pairing has no more, with all that is stored beside them: a field that
    /// comes back later begins anew.
    /// </summary>
    ValueTask KeepFieldsAsync(string pairing, IReadOnlyList<string> fields);

    /// <summary>The link of a key in a pairing, live or tombstone; null where there is none.</summary>
    ValueTask<LinkedBases?> FindLinkAsync(string pairing, Side side, string key);

    /// <summary>All links of a pairing in batches after <paramref name="after"/> (a link's id; 0 to start).</summary>
    ValueTask<IReadOnlyList<LinkedBases>> LinksAsync(string pairing, long after, int limit);

    /// <summary>What was last carried from or to a physical record, by whichever pairing.</summary>
    ValueTask<IReadOnlyList<Mark>> MarksAsync(RecordId record);

    /// <summary>
    /// Every physical record that stands, or stood until it was gone, for the same thing as this one: by live links and
    /// tombstones, itself left out.
    /// </summary>
    ValueTask<IReadOnlyList<RecordId>> LineageAsync(RecordId record);
}
