namespace Sluice.Pipeline;

/// <summary>
/// Takes decisions one by one, each from the first read to the last commit; several do so side by side.
/// </summary>
/// <remarks>
/// A record has one link in a pairing, so that whoever merges a link is alone with its two records. What changes who
/// belongs to whom is done by one lane at a time: there, what one finds free another may be taking.
/// </remarks>
internal sealed class Lane(MapGuard map, IOperationTarget target, PairingTurn turn, SemaphoreSlim alone)
{
    // What an answer shows may itself have to be merged; a record that keeps changing is left for the next cycle.
    private const int Rounds = 3;

    /// <param name="decisions">What there is to do; other lanes take from it as well.</param>
    /// <param name="token">Stops between two decisions; what is in flight is finished.</param>
    public async Task RunAsync(IAsyncEnumerable<Decision> decisions, CancellationToken token)
    {
        await foreach (var decision in decisions.WithCancellation(token))
            await FollowAsync(decision, Rounds, token);
    }

    /// <param name="operations">What there is to do, for this lane only.</param>
    /// <param name="token">Stops between two operations; what is in flight is finished.</param>
    public async Task RunAsync(IAsyncEnumerable<Operation> operations, CancellationToken token)
    {
        await foreach (var operation in operations.WithCancellation(token))
            await FollowAsync(await target.TakeAsync(turn, operation, token), Rounds - 1, token);
    }

    private async Task FollowAsync(Decision? next, int rounds, CancellationToken token)
    {
        for (; rounds > 0 && next is not null; rounds--)
            next = next is MergeDecision merge
                ? await MergeAsync(merge, token)
                : await AloneAsync(() => map.MapAsync(turn, next, token), token);
    }

    private async Task<Decision?> MergeAsync(MergeDecision merge, CancellationToken token) =>
        await map.MapAsync(turn, merge, token) switch
        {
            null => null,
            var operation and (MergeOperation or HoldOperation) => await target.TakeAsync(turn, operation, token),
            var operation => await AloneAsync(() => Task.FromResult<Operation?>(operation), token),
        };

    private async Task<Decision?> AloneAsync(Func<Task<Operation?>> map, CancellationToken token)
    {
        // What another lane has begun is finished soon, whatever stops this one.
        await alone.WaitAsync(CancellationToken.None);
        try
        {
            token.ThrowIfCancellationRequested();
            return await map() is { } operation ? await target.TakeAsync(turn, operation, token) : null;
        }
        finally
        {
            alone.Release();
        }
    }
}
