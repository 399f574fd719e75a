using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>
/// Keeps what is wrong with one record to that record: where it cannot be read, or a hook throws on it, that is listed,
/// and the others go on. And keeps the question what became of a create: no other that there is about its origin takes
/// its place.
/// </summary>
internal sealed class MapGuard(MapStage map, CreateBarrier barrier, TimeProvider clock, ILogger log)
{
    /// <returns>Null where nothing is left to do.</returns>
    public async Task<Operation?> MapAsync(PairingTurn turn, Decision decision, CancellationToken token) =>
        await TryAsync(turn, decision, token) switch
        {
            HoldOperation { Link: null, Item: var item } hold
                when barrier.Unsettled(turn, item.Side, item.Key) is { } question =>
                    hold with { Item = question, Missing = null, IsDrafted = true },
            var operation => operation,
        };

    private async Task<Operation?> TryAsync(PairingTurn turn, Decision decision, CancellationToken token)
    {
        try
        {
            return await map.MapAsync(turn, decision, token);
        }
        catch (RemoteException failure) when (failure.IsOfOneRecord())
        {
            return Hold(turn, decision, $"It could not be read: {failure.Message} {failure.Fix}");
        }
        catch (Exception exception) when (
            exception is not (RemoteException or FencedException or StorageException) && !token.IsCancellationRequested)
        {
            log.LogError(exception, "{Pairing}: {Decision} failed", turn.Descriptor.Name, decision.GetType().Name);
            return Hold(turn, decision, Blame.Hook(turn.Descriptor.Name, exception));
        }
    }

    private HoldOperation Hold(PairingTurn turn, Decision decision, string reason)
    {
        var (side, key) = decision.About;
        return new(turn.Descriptor.Name, new(
            OpenKind.Waiting, turn.Descriptor.Name, side, key, reason, turn.Descriptor.Line, clock.GetUtcNow()))
        {
            Link = (decision as MergeDecision)?.Linked.Link,
        };
    }
}
