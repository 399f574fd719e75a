namespace Sluice.Simulation;

/// <summary>What a store in memory returns has ended: it works while it is called.</summary>
internal static class Synchronous
{
    public static T Value<T>(this ValueTask<T> ended) =>
        ended.IsCompleted ? ended.GetAwaiter().GetResult() : throw new InvalidOperationException("It has not ended.");
}
