using System.Runtime.CompilerServices;

namespace Sluice.Pipeline;

/// <summary>Takes one pairing through match, map and load, joined by bounded channels.</summary>
internal sealed class PairingRunner(
    MatchStage match, MapGuard map, IOperationTarget target, PipelineOptions options, string? onlyKey, int lanes)
{
    /// <summary>Merges what is linked, and links what belongs together.</summary>
    /// <param name="turn">The pairing and what was open of it.</param>
    /// <param name="token">Stops between two operations; what is in flight is finished.</param>
    public async Task JoinAsync(PairingTurn turn, CancellationToken token)
    {
        await RunAsync(turn, lanes, stop => match.DirtyAsync(turn.Pairing, stop), token);
        if (turn.MayDecide)
            await LinkAsync(turn, token);
    }

    /// <summary>Links what belongs together, once more: one side has records that were not there before.</summary>
    /// <inheritdoc cref="JoinAsync"/>
    public Task LinkAsync(PairingTurn turn, CancellationToken token) =>
        RunAsync(turn, lanes, stop => match.MatchedAsync(turn.Pairing, stop), token);

    /// <summary>
    /// Creates what is missing, one after the other: both sides were listed to the end, and every pairing has joined
    /// what it can.
    /// </summary>
    /// <inheritdoc cref="JoinAsync"/>
    public async Task CreateAsync(PairingTurn turn, CancellationToken token)
    {
        await RunAsync(turn, 1, stop => match.AloneAsync(turn.Pairing, stop), token);

        // What was left out was not confirmed either.
        if (turn.Tally.LeftOut == 0)
            await target.FinishAsync(turn);
    }

    private async Task RunAsync(
        PairingTurn turn, int width, Func<CancellationToken, IAsyncEnumerable<Decision>> decide,
        CancellationToken token)
    {
        using var alone = new SemaphoreSlim(1, 1);
        var lane = new Lane(map, target, turn, alone);
        var decisions = Stages.Channel<Decision>(options.Buffer);
        var operations = Stages.Channel<Operation>(1);
        Func<CancellationToken, Task> feed = stop =>
            Stages.FeedAsync(decisions, ConcerningAsync(turn, decide(stop), stop), stop);

        // Where one follows the other, the next is mapped while one is carried out.
        await (width == 1
            ? Stages.RunAsync(
                token, feed,
                stop => Stages.FeedAsync(
                    operations, OperationsAsync(turn, Stages.DrainAsync(decisions.Reader, stop), stop), stop),
                stop => lane.RunAsync(Stages.DrainAsync(operations.Reader, stop), stop))
            : Stages.RunAsync(
                token,
                [
                    feed,
                    .. Enumerable.Repeat<Func<CancellationToken, Task>>(
                        stop => lane.RunAsync(Stages.DrainAsync(decisions.Reader, stop), stop), width),
                ]));
    }

    private async IAsyncEnumerable<Operation> OperationsAsync(
        PairingTurn turn, IAsyncEnumerable<Decision> decisions, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var decision in decisions.WithCancellation(token))
            if (await map.MapAsync(turn, decision, token) is { } operation)
                yield return operation;
    }

    private async IAsyncEnumerable<Decision> ConcerningAsync(
        PairingTurn turn, IAsyncEnumerable<Decision> decisions, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var decision in decisions.WithCancellation(token))
            if (onlyKey is null || decision.Concerns(onlyKey))
                yield return decision;
            else
                turn.Tally.LeaveOut(decision.About);
    }
}
