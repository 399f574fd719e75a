namespace Sluice.Connectors.Http;

/// <summary>What a system says is left of a short while in which it counts calls.</summary>
/// <param name="Available">How many calls.</param>
/// <param name="While">How long the while is. When this one began is not said.</param>
internal sealed record Throttle(long Available, TimeSpan While);
