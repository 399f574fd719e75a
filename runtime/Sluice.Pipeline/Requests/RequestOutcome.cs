namespace Sluice.Pipeline;

/// <summary>What came of a run that was asked for.</summary>
/// <param name="End">How waiting ended.</param>
/// <param name="Answer">
/// What the owner told, of <see cref="RequestEnd.Answered"/>; empty where it is not kept any more.
/// </param>
public sealed record RequestOutcome(RequestEnd End, string Answer = "");
