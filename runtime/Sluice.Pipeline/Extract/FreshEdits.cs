using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>
/// Links whose sides agreed until this cycle's listing: what differs now was edited since the listing before.
/// </summary>
/// <remarks>Written by the extractions, read by the stages after them.</remarks>
internal sealed class FreshEdits
{
    private readonly ConcurrentDictionary<long, bool> _links = new();

    /// <summary>
    /// Notes a link that a listing finds changed, before it is marked dirty: the other side's listing may meet the
    /// mark.
    /// </summary>
    public void Note(Link link)
    {
        if (!link.IsDirty)
            _links[link.Id] = true;
    }

    public bool Contains(Link link) => _links.ContainsKey(link.Id);
}
