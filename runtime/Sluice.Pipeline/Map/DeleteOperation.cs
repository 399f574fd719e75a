namespace Sluice.Pipeline;

/// <summary>Delete a record whose counterpart was deleted.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Loss">What was lost.</param>
/// <param name="Record">The record that stayed, as it was just read.</param>
/// <param name="Settled">Earlier writes of ours to it that came to nothing, or show in it.</param>
internal sealed record DeleteOperation(string Pairing, Loss Loss, Record Record, IReadOnlyList<long> Settled)
    : Operation(Pairing)
{
    /// <summary>The side that is written.</summary>
    public Side Target => Loss.Side.Other();

    /// <summary>What was found out about those writes.</summary>
    public SettledIntents Earlier { get; init; } = SettledIntents.None;

    public override string Signature => Loss.Signature;

    public override int Writes => 1;
}
