namespace Sluice;

/// <summary>How far a pairing is.</summary>
public enum PairingState
{
    /// <summary>It reads, matches and plans, and writes nothing.</summary>
    Observing,

    /// <summary>A plan was approved; exactly its operations are carried out, then the pairing goes live.</summary>
    Approved,

    /// <summary>It runs by itself.</summary>
    Live,
}
