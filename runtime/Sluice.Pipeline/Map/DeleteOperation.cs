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

    /// <summary>Another than that of the loss: who approved that a record stays did not approve that it goes.</summary>
    public override string Signature => Signed(Loss);

    /// <summary>What identifies it in a plan; empty where the link said before that it lost a side.</summary>
    public static string Signed(Loss loss) =>
        loss.Signature.Length == 0 ? "" : $"delete {loss.Side.Other()}: {loss.Signature}";

    public override int Writes => 1;
}
