namespace Sluice.Pipeline;

/// <summary>What a cycle did for one pairing, and where it stands.</summary>
/// <param name="Name">The pairing's name.</param>
/// <param name="State">How far it is.</param>
/// <param name="Linked">Links made in this cycle without creating anything.</param>
/// <param name="Created">Records created in this cycle.</param>
/// <param name="Updated">Records updated in this cycle.</param>
/// <param name="Links">Live links now.</param>
/// <param name="Waiting">Records that wait for something named, now.</param>
/// <param name="Review">Records that wait for a person, now.</param>
/// <param name="Rejected">Records that a vendor refused, or that the mapping cannot write, now.</param>
public sealed record PairingReport(
    string Name, PairingState State, int Linked, int Created, int Updated, int Links, int Waiting, int Review,
    int Rejected)
{
    /// <summary>Records that the document's condition leaves out, now.</summary>
    public int Unwanted { get; init; }

    /// <summary>Records deleted in this cycle.</summary>
    public int Deleted { get; init; }

    /// <summary>What is withheld until a person approves it; null where nothing is.</summary>
    public Breaker? Breaker { get; init; }

    /// <summary>Why it did not run, or not to its end; null where all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>What a person can do about <see cref="Problem"/>.</summary>
    public string? Fix { get; init; }

    /// <summary>Whether <see cref="Problem"/> is that a system refuses who we are.</summary>
    public bool SignInNeeded { get; init; }

    /// <summary>Operations that the approved plan does not contain and that go in the next cycle.</summary>
    public int Deferred { get; init; }

    /// <summary>What there was to do and this run was not for: another record, or more than its limit.</summary>
    public int LeftOut { get; init; }

    /// <summary>Why the pairing took no turn; null where it took one.</summary>
    public string? Skipped { get; init; }

    /// <summary>What the store has lost of it; null where it has lost nothing.</summary>
    public Restoration? Restoration { get; init; }

    /// <summary>The values that were moved.</summary>
    public IReadOnlyList<HistoryEntry> Moves { get; init; } = [];
}
