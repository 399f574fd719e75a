namespace Sluice;

/// <summary>How a write ended.</summary>
/// <param name="Outcome">What is known.</param>
/// <param name="Record">The record as the answer showed it, where a commit showed one.</param>
/// <param name="Reason">Why it was not done or is not known, in the vendor's words as far as there are any, without
/// secrets.</param>
public sealed record WriteResult(WriteOutcome Outcome, Record? Record, string? Reason)
{
    /// <summary>The system says it was done.</summary>
    public static WriteResult Committed(Record? record) => new(WriteOutcome.Committed, record, null);

    /// <summary>The system refused it.</summary>
    public static WriteResult Rejected(string reason) => new(WriteOutcome.Rejected, null, reason);

    /// <summary>It certainly was not done.</summary>
    public static WriteResult NotDone(string reason) => new(WriteOutcome.NotDone, null, reason);

    /// <summary>It may have been done.</summary>
    public static WriteResult Unknown(string reason) => new(WriteOutcome.Unknown, null, reason);
}
