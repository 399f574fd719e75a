namespace Sluice.Stores.Sqlite;

/// <content>Links, their bases and lineages.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<Link> LinkAsync(NewLink link) => _linkWriter.LinkAsync(link);

    /// <inheritdoc/>
    public ValueTask MergeAsync(MergeCommit merge) => _linkWriter.MergeAsync(merge);

    /// <inheritdoc/>
    public ValueTask SetLinkStateAsync(long link, LinkState state, DateTimeOffset at) =>
        _linkWriter.SetStateAsync(link, state, at);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LinkedBases>> DirtyLinksAsync(string pairing, long after, int limit) =>
        _links.DirtyAsync(pairing, after, limit);

    /// <inheritdoc/>
    public ValueTask KeepFieldsAsync(
        string pairing, IReadOnlyList<string> fields, IReadOnlyList<string> leftPaths,
        IReadOnlyList<string> rightPaths) => _formerFields.KeepAsync(pairing, fields, leftPaths, rightPaths);

    /// <inheritdoc/>
    public ValueTask<LinkedBases?> FindLinkAsync(string pairing, Side side, string key) =>
        _links.FindAsync(pairing, side, key);

    /// <inheritdoc/>
    public ValueTask<LinkedBases?> FindEndedAsync(string pairing, Side side, string key) =>
        _links.FindEndedAsync(pairing, side, key);

    /// <inheritdoc/>
    public ValueTask<bool> AreToldApartAsync(string pairing, Side side, string key, string across) =>
        _links.AreToldApartAsync(pairing, side, key, across);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LinkedBases>> LinksAsync(string pairing, long after, int limit) =>
        _links.AllAsync(pairing, after, limit);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<VanishedValues>> VanishedAsync() => _edits.VanishedAsync();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Mark>> MarksAsync(RecordId record) => _marks.OfAsync(record);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OwnWrite>> OwnWritesAsync(RecordId record) => _writes.OfAsync(record);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordId>> LineageAsync(RecordId record) => _lineages.OfAsync(record);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordId>> SameThingAsync(RecordId record) => _erasure.SameThingAsync(record);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LinkedBases>> LinksOfAsync(RecordId record) => _links.OfRecordAsync(record);
}
