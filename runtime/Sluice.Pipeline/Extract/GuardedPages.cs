using System.Runtime.CompilerServices;

namespace Sluice.Pipeline;

/// <summary>A connector that breaks stops what depends on it, like a system that does.</summary>
internal static class GuardedPages
{
    /// <param name="source">What is listed.</param>
    /// <param name="from">Where its changes begin; null where everything is listed.</param>
    /// <param name="token">Stops it.</param>
    public static async IAsyncEnumerable<Page> OfAsync(
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
                throw Broken(source, exception);
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
            throw Broken(source, exception);
        }
    }

    private static RemoteException Broken(ISource source, Exception cause) => new(
        source.Entity.System, RemoteFailure.Malformed,
        $"The connector failed while it listed {source.Entity}: {cause.GetType().Name}: {cause.Message}",
        "Report it: a connector should say what is wrong with an answer.", cause);
}
