namespace Sluice.Pipeline;

/// <summary>
/// Asks for what a listing did not show. A record that answers was left out: then the listing is no proof of anything.
/// </summary>
/// <remarks>
/// Pages drift, and servers answer an empty list with a straight face. A record that is taken for gone is no candidate
/// any more, so that its counterpart would get a second one. What answers with something that cannot be read is there,
/// and was listed, where the listing had as many elements that showed neither a record nor a known key. What answers
/// with another record is gone, merged into that one, if that one was listed: a server that shows one and the same
/// record whatever it is asked for must not make all others gone.
/// </remarks>
internal sealed class MissingCheck(IStore store, PipelineOptions options)
{
    // A listing that left something out shows it among the first; so many that are truly gone are a person's doing.
    private const int Asked = 20;

    /// <param name="source">What was listed.</param>
    /// <param name="extraction">The listing.</param>
    /// <param name="unknown">How many of its elements could not be read, and were never records.</param>
    /// <param name="show">Takes what is there after all: a record, or one that cannot be read.</param>
    /// <param name="token">Stops it.</param>
    /// <returns>What the listing left out; null where all that it did not show is gone.</returns>
    public async Task<string?> LeftOutAsync(
        ISource source, Extraction extraction, int unknown, Func<Page, Task> show, CancellationToken token)
    {
        if (!options.Protections.Has(Protection.VerifyDeletes))
            return null;

        // While there are elements that nobody knows, any record that was not shown may be one of them.
        var (asked, unlisted) = (0, (HashSet<string>?)null);
        foreach (var missing in await store.MissingAsync(extraction, unknown > 0 ? int.MaxValue : Asked))
        {
            if (asked++ >= Asked && unknown == 0)
                break;

            Record? record;
            try
            {
                record = await GuardedSource.ReadAsync(source, missing.Key, token);
            }
            catch (RemoteException failure) when (failure.Failure == RemoteFailure.Malformed && unknown > 0)
            {
                unknown--;
                await show(new([], [new(missing.Key, failure.Message)]));
                continue;
            }

            if (record is null)
                continue;

            if (Keys.Own(record, missing.Key) is null)
            {
                unlisted ??= [.. (await store.MissingAsync(extraction, int.MaxValue)).Select(other => other.Key)];
                if (await IsListedAsync(record, extraction.Entity, unlisted))
                    continue;

                return record.Key;
            }

            await show(new([record], []));

            // What is new may take its time to show in listings.
            if (missing.FirstSeenAt + options.LateCommitBound < extraction.StartedAt)
                return missing.Key;
        }

        return null;
    }

    // Whoever was forgotten is left out of what is seen, and is not named.
    private async ValueTask<bool> IsListedAsync(Record record, EntityName entity, HashSet<string> unlisted)
    {
        var forgotten = await store.ForgottenAsync();
        return forgotten.Contains(record.Identity)
            || forgotten.Contains(new(entity, record.Key))
            || ((await store.KnownBeforeAsync(entity, [record.Key], DateTimeOffset.MaxValue)).Count > 0
                && (await store.GoneAsync(entity, [record.Key])).Count == 0
                && !unlisted.Contains(record.Key));
    }
}
