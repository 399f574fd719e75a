namespace Sluice.Pipeline;

/// <summary>
/// Notices where another tool copies what we create: each of our creates then makes a record that looks like one to be
/// created for, without end.
/// </summary>
internal sealed class Copies(IStore store, PipelineOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether something is created with what another record was created with before its own origin was first seen.
    /// </summary>
    public async ValueTask<bool> IsCopyAsync(PairingTurn turn, CreateOperation create) =>
        turn.State == PairingState.Live && await store.IsCopyAsync(new(
            0, turn.Run, create.Pairing, create.Decision.Target, create.Origin.Key, null, create.Request.Body,
            clock.GetUtcNow(), IntentState.Open)
        {
            Content = CreateBarrier.Basis(create),
        });

    /// <returns>Why a copy must not be created now; null where it may, or is none.</returns>
    public async ValueTask<OpenItem?> StopAsync(PairingTurn turn, CreateOperation create)
    {
        if (!await IsCopyAsync(turn, create))
            return null;

        var (descriptor, target) = (turn.Descriptor, create.Decision.Target);
        if (!turn.Breaker.IsOpen
            && await store.CopiesAsync(descriptor.Name, clock.GetUtcNow() - Window) < options.Breaker.Copies)
            return null;

        var change = new DoubtfulChange(
            $"{target.Other()} {create.Origin.Key}", $"{create.Signature}: {CreateBarrier.Basis(create)}",
            $"new in {descriptor[target.Other()].Name} like what was created in {descriptor[target].Name} before")
        {
            Advice = $"Look for another tool that copies new records from {descriptor[target].Name} to "
                + $"{descriptor[target.Other()].Name}.",
        };
        return !turn.Breaker.Withholds(change) ? null : new(
            OpenKind.Waiting, descriptor.Name, target.Other(), create.Origin.Key,
            $"Another record like it was created for before it was first seen. {Withholding.Words(change)}",
            descriptor.Line, clock.GetUtcNow());
    }
}
