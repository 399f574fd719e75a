namespace Sluice;

/// <summary>A source that can also tell what changed since a place in its own history.</summary>
/// <remarks>
/// <para>A <em>cursor</em> is such a place, in the source's own notation and to its own precision: it comes from the
/// source's time stamps, never from a clock of ours, and nobody but the source reads it. It is handed out by
/// <see cref="Page.Cursor"/>: a listing that starts there shows every change that this one has not shown. So it is
/// taken before the first page is asked for, or it is the stamp of the last record of a page that is sorted by it; it
/// is never later than the oldest change that was not shown. So a listing whose end is not proved gives none with its
/// last page.</para>
/// <para>A full listing (<see cref="ISource.ListAsync"/>) gives the cursor to go on from with its last page. Only such
/// a listing shows what was deleted, or left a filter: it is repeated from time to time, and whenever a count says that
/// something is missing (<see cref="ICountedSource"/>).</para>
/// </remarks>
public interface IDeltaSource : ISource
{
    /// <summary>
    /// Lists what changed at a cursor or after it, page by page; a record whose stamp equals it is shown again. The
    /// last page carries <see cref="Page.EndProof"/>. Where the source does not know the cursor any more, it fails as
    /// <see cref="RemoteFailure.Malformed"/>; everything is listed then.
    /// </summary>
    IAsyncEnumerable<Page> ListChangedAsync(string cursor, CancellationToken token);

    /// <summary>
    /// Steps a cursor back in the source's own notation. What is lost to precision makes it earlier, never later. Where
    /// it cannot read the cursor any more, it fails; everything is listed then.
    /// </summary>
    string Earlier(string cursor, TimeSpan by);
}
