using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>Reads one entity whose system can be asked for what changed since a point in time.</summary>
/// <remarks>
/// A cursor is the latest time stamp of a listing's first page, as the system writes it. Whatever changes after that
/// page was made gets a later stamp; a stamp of a later page may be later than a change to a record of an earlier one,
/// which the listing does not show. A list that the system sorts by time stamp, the latest first, gives the latest
/// cursor. A listing whose end was not proved gives none: it may have left something out.
/// </remarks>
internal class ChangeSource<T>(RestSource<T> source) : IDeltaSource
    where T : class
{
    public EntityName Entity => source.Entity;

    public IAsyncEnumerable<Page> ListAsync(CancellationToken token) =>
        WithCursor(source.ListAsync(token), null, token);

    public Task<Record?> ReadAsync(string key, CancellationToken token) => source.ReadAsync(key, token);

    public IAsyncEnumerable<Page> ListChangedAsync(string cursor, CancellationToken token)
    {
        var asked = source.Changes.Exclusive ? Earlier(cursor, source.TimeForm.Step()) : cursor;
        var filter = source.Changes.Filter.Replace(ChangeOptions.Since, asked, StringComparison.Ordinal);
        return WithCursor(source.ListAsync(source.Changes.Parameter!, filter, token), cursor, token);
    }

    public string Earlier(string cursor, TimeSpan by) =>
        source.TimeForm.Read(cursor) is { } instant && instant - DateTimeOffset.MinValue > by
            ? source.TimeForm.Write(instant - by, cursor)
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{cursor}' is no cursor of {Entity}."), nameof(cursor));

    private async IAsyncEnumerable<Page> WithCursor(
        IAsyncEnumerable<Page> pages, string? from, [EnumeratorCancellation] CancellationToken token)
    {
        string? cursor = null;
        Page? last = null;
        await foreach (var page in pages.WithCancellation(token))
        {
            if (last is null)
                cursor = Latest(page, from);
            else
                yield return last;
            last = page;
        }

        if (last is not null)
            yield return last.EndProof is null ? last : last with { Cursor = cursor };
    }

    // Where nothing changed, the next listing begins where this one did.
    private string? Latest(Page page, string? from)
    {
        var newest = page.Records.MaxBy(record => record.Modified);
        var before = from is null ? null : source.TimeForm.Read(from);
        return newest?.Modified is not { } latest || latest < before
            ? from
            : source.TimeForm.Write(latest, JsonPlace.Text(newest.Raw, source.Modified!));
    }
}
