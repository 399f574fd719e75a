namespace Sluice.Pipeline;

/// <summary>One pairing's turn in a cycle.</summary>
/// <param name="Run">The run's number; 0 in a plan.</param>
/// <param name="Pairing">The pairing.</param>
/// <param name="State">How far it is.</param>
/// <param name="Open">What was open of it.</param>
/// <param name="Tally">What is done in this turn.</param>
/// <param name="Edits">When what is new was edited.</param>
internal sealed record PairingTurn(
    long Run, Pairing Pairing, PairingState State, OpenList Open, Tally Tally, EditTimes Edits)
{
    /// <summary>What withholds changes where there are too many.</summary>
    public required MassChangeBreaker Breaker { get; init; }

    public PairingDescriptor Descriptor => Pairing.Descriptor;

    /// <summary>While what is linked is brought in step: whether what is unlinked is decided right after.</summary>
    public bool MayDecide { get; init; }

    /// <summary>What the store has lost of it; null where it has lost nothing.</summary>
    public Restoration? Restoration { get; init; }

    /// <summary>Whether what another pairing created can belong together with something here.</summary>
    public bool CanJoinWhatIsNewBy(PairingTurn other) =>
        Descriptor.Rules.Count > 0 && new[] { Side.Left, Side.Right }.Any(side =>
            other.Descriptor[side] is { Creation: not Creation.Never, Name: var made }
            && (Descriptor.Left.Name == made || Descriptor.Right.Name == made));
}
