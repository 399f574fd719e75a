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
        var listing = from is null ? source.ListAsync(token) : ((IDeltaSource)source).ListChangedAsync(from, token);
        await using var pages = listing.GetAsyncEnumerator(token);
        for (; ;)
        {
            try
            {
                if (!await pages.MoveNextAsync())
                    yield break;
            }
            catch (Exception exception) when (exception is not RemoteException && !token.IsCancellationRequested)
            {
                throw new RemoteException(
                    source.Entity.System, RemoteFailure.Malformed,
                    $"The connector failed while it listed {source.Entity}: "
                        + $"{exception.GetType().Name}: {exception.Message}",
                    "Report it: a connector should say what is wrong with an answer.", exception);
            }

            yield return pages.Current;
        }
    }
}
