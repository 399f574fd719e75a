namespace Sluice.Pipeline;

/// <summary>Stops a listing that shows the same records again and again, and would never end.</summary>
/// <remarks>Owned by the consuming half of one extraction.</remarks>
internal sealed class Progress(EntityName entity)
{
    // Records that move while they are listed may fill a page once more, even some pages.
    private const int Patience = 10;

    private Page? _last;
    private int _pages;
    private int _idle;

    /// <exception cref="RemoteException">Nothing new came for too long.</exception>
    public void Check(Page page)
    {
        _pages++;
        var isNew = page.EndProof is not null || !IsWithin(page, _last);
        if (isNew)
            (_last, _idle) = (page, 0);
        if (isNew || ++_idle < Patience)
            return;

        throw new RemoteException(
            entity.System, RemoteFailure.Malformed,
            $"The listing of {entity} makes no progress: its {Patience} pages up to page {_pages} show nothing "
                + "that the page before them did not.",
            "Lower the page size; if that does not help, report it: the connector takes a place for the next one.");
    }

    // Nearly every page begins with what the one before did not show, and is then not looked at any further.
    private static bool IsWithin(Page page, Page? last) =>
        Keys(page).FirstOrDefault() is not { } first
        || (last is not null && Keys(last).Contains(first)
            && Keys(last).ToHashSet(StringComparer.Ordinal).IsSupersetOf(Keys(page)));

    private static IEnumerable<string> Keys(Page page) =>
        page.Records.Select(record => record.Key).Concat(page.Bad.Select(bad => bad.Key));
}
