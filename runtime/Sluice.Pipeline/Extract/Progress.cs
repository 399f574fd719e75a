namespace Sluice.Pipeline;

/// <summary>Stops a listing that shows the same records again and again, and would never end.</summary>
/// <remarks>Owned by the consuming half of one extraction.</remarks>
internal sealed class Progress(EntityName entity)
{
    // Records that move while they are listed may fill a page once more, even some pages.
    private const int Patience = 10;

    private HashSet<string> _last = [];
    private int _pages;
    private int _idle;

    /// <exception cref="RemoteException">Nothing new came for too long.</exception>
    public void Check(Page page)
    {
        _pages++;
        var keys = page.Records.Select(record => record.Key).Concat(page.Bad.Select(bad => bad.Key))
            .ToHashSet(StringComparer.Ordinal);
        if (page.EndProof is not null || !keys.IsSubsetOf(_last))
        {
            (_last, _idle) = (keys, 0);
            return;
        }

        if (++_idle >= Patience)
            throw new RemoteException(
                entity.System, RemoteFailure.Malformed,
                $"The listing of {entity} makes no progress: its {Patience} pages up to page {_pages} show nothing "
                    + "that the page before them did not.",
                "Lower the page size; if that does not help, report it: the connector takes a place for the next one.");
    }
}
