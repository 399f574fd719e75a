using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Takes one pairing through match, map and load, joined by bounded channels.</summary>
internal sealed class PairingRunner(
    MatchStage match, MapStage map, IOperationTarget target, PipelineOptions options, TimeProvider clock, ILogger log,
    string? onlyKey)
{
    // What an answer shows may itself have to be merged; a record that keeps changing is left for the next cycle.
    private const int Rounds = 3;

    /// <summary>Merges what is linked, and links what belongs together.</summary>
    /// <param name="turn">The pairing and what was open of it.</param>
    /// <param name="decide">Whether both sides were listed to the end, so that unlinked records can be decided.</param>
    /// <param name="token">Stops between two operations; what is in flight is finished.</param>
    public Task JoinAsync(PairingTurn turn, bool decide, CancellationToken token) =>
        RunAsync(turn, stop => JoiningAsync(turn.Pairing, decide, stop), token);

    /// <summary>Links what belongs together, once more: one side has records that were not there before.</summary>
    /// <inheritdoc cref="JoinAsync"/>
    public Task LinkAsync(PairingTurn turn, CancellationToken token) =>
        RunAsync(turn, stop => match.MatchedAsync(turn.Pairing, stop), token);

    /// <summary>Creates what is missing: both sides were listed to the end, and every pairing has joined what it can.
    /// </summary>
    /// <inheritdoc cref="JoinAsync"/>
    public async Task CreateAsync(PairingTurn turn, CancellationToken token)
    {
        await RunAsync(turn, stop => match.AloneAsync(turn.Pairing, stop), token);

        // What was left out was not confirmed either.
        if (turn.Tally.LeftOut == 0)
            await target.FinishAsync(turn);
    }

    private Task RunAsync(
        PairingTurn turn, Func<CancellationToken, IAsyncEnumerable<Decision>> decide, CancellationToken token)
    {
        var decisions = Stages.Channel<Decision>(options.Buffer);
        var operations = Stages.Channel<Operation>(1);
        return Stages.RunAsync(
            token,
            stop => Stages.FeedAsync(decisions, decide(stop), stop),
            stop => Stages.FeedAsync(
                operations, OperationsAsync(turn, Stages.DrainAsync(decisions.Reader, stop), stop), stop),
            async stop =>
            {
                await foreach (var operation in Stages.DrainAsync(operations.Reader, stop))
                    await LoadAsync(turn, operation, stop);
            });
    }

    private async IAsyncEnumerable<Decision> JoiningAsync(
        Pairing pairing, bool decide, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var decision in match.DirtyAsync(pairing, token))
            yield return decision;

        if (!decide)
            yield break;

        await foreach (var decision in match.MatchedAsync(pairing, token))
            yield return decision;
    }

    private async IAsyncEnumerable<Operation> OperationsAsync(
        PairingTurn turn, IAsyncEnumerable<Decision> decisions, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var decision in decisions.WithCancellation(token))
            if (onlyKey is not null && !decision.Concerns(onlyKey))
                turn.Tally.LeaveOut(decision.About);
            else if (await MapAsync(turn, decision, token) is { } operation)
                yield return operation;
    }

    private async Task LoadAsync(PairingTurn turn, Operation operation, CancellationToken token)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (await target.TakeAsync(turn, operation, token) is not { } next
                || await MapAsync(turn, next, token) is not { } following)
                return;

            operation = following;
        }
    }

    /// <summary>One record that cannot be read, or on which a hook throws, is listed; the others go on.</summary>
    private async Task<Operation?> MapAsync(PairingTurn turn, Decision decision, CancellationToken token)
    {
        try
        {
            return await map.MapAsync(turn, decision, token);
        }
        catch (RemoteException failure) when (
            failure.Failure is RemoteFailure.Malformed or RemoteFailure.ServerError or RemoteFailure.RightMissing)
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
