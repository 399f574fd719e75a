namespace Sluice.Pipeline;

/// <summary>Where the operations of a pairing end: in the systems, or in a plan.</summary>
internal interface IOperationTarget
{
    /// <summary>
    /// Takes one operation. Failures of single records become open items; what is thrown stops the pairing.
    /// </summary>
    /// <returns>A decision that follows from it and must be mapped next; null where nothing follows.</returns>
    Task<Decision?> TakeAsync(PairingTurn turn, Operation operation, CancellationToken token);

    /// <summary>The pairing's turn is over, and every unlinked record of it was decided.</summary>
    ValueTask FinishAsync(PairingTurn turn);
}
