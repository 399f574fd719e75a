using System.Runtime.CompilerServices;

namespace Sluice.Pipeline;

/// <summary>A connector that breaks stops what depends on it, like a system that does.</summary>
internal static class GuardedSource
{
    /// <param name="source">What is listed.</param>
    /// <param name="from">Where its changes begin; null where everything is listed.</param>
    /// <param name="token">Stops it.</param>
    public static async IAsyncEnumerable<Page> PagesAsync(
        ISource source, string? from, [EnumeratorCancellation] CancellationToken token)
    {
        await using var pages = Begin(source, from, token);
        for (; ;)
        {
            try
            {
                if (!await pages.MoveNextAsync())
                    yield break;
            }
            catch (Exception exception) when (exception is not RemoteException && !token.IsCancellationRequested)
            {
                throw Broken(source, "listed its records", exception);
            }

            yield return pages.Current;
        }
    }

    private static IAsyncEnumerator<Page> Begin(ISource source, string? from, CancellationToken token)
    {
        try
        {
            var listing = from is null ? source.ListAsync(token) : ((IDeltaSource)source).ListChangedAsync(from, token);
            return listing.GetAsyncEnumerator(token);
        }
        catch (Exception exception) when (exception is not RemoteException && !token.IsCancellationRequested)
        {
            throw Broken(source, "listed its records", exception);
        }
    }

    /// <summary>Reads one record by its key.</summary>
    public static async Task<Record?> ReadAsync(ISource source, string key, CancellationToken token)
    {
        try
        {
            return await source.ReadAsync(key, token);
        }
        catch (Exception exception) when (exception is not RemoteException && !token.IsCancellationRequested)
        {
            throw Broken(source, $"read {key}", exception);
        }
    }

    /// <summary>Whether there are as many records as there should be.</summary>
    public static async Task<bool> HasAsync(ICountedSource source, int expected, CancellationToken token)
    {
        try
        {
            return await source.HasAsync(expected, token);
        }
        catch (Exception exception) when (exception is not RemoteException && !token.IsCancellationRequested)
        {
            throw Broken(source, "counted its records", exception);
        }
    }

    private static RemoteException Broken(ISource source, string what, Exception cause) => new(
        source.Entity.System, RemoteFailure.Malformed,
        $"The connector of {source.Entity} failed while it {what}: {cause.GetType().Name}: {cause.Message}",
        "Report it: a connector should say what is wrong with an answer.", cause);
}
