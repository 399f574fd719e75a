namespace Sluice.Pipeline;

/// <summary>
/// Asks for what a listing did not show. A record that answers was left out: then the listing is no proof of anything.
/// </summary>
/// <remarks>
/// Pages drift, and servers answer an empty list with a straight face. A record that is taken for gone is no candidate
/// any more, so that its counterpart would get a second one.
/// </remarks>
internal sealed class MissingCheck(IStore store, PipelineOptions options)
{
    // A listing that left something out shows it among the first; so many that are truly gone are a person's doing.
    private const int Asked = 20;

    /// <returns>What the listing left out; null where all that it did not show is gone.</returns>
    public async Task<string?> LeftOutAsync(
        ISource source, Extraction extraction, Func<Record, Task> show, CancellationToken token)
    {
        if (!options.Protections.Has(Protection.VerifyDeletes))
            return null;

        foreach (var missing in await store.MissingAsync(extraction, Asked))
        {
            if (await source.ReadAsync(missing.Key, token) is not { } record)
                continue;

            await show(record);

            // What is new may take its time to show in listings.
            if (missing.FirstSeenAt + options.LateCommitBound < extraction.StartedAt)
                return missing.Key;
        }

        return null;
    }
}
