namespace Sluice.Connectors.Http;

/// <summary>What a system says is left of the day.</summary>
/// <param name="Available">How many calls.</param>
/// <param name="ResetAt">When there are as many as ever again.</param>
internal sealed record Quota(long Available, DateTimeOffset ResetAt);
