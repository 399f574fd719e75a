namespace Sluice;

/// <summary>Another owner took the store over: what this one was about to store is refused, and it must stop.</summary>
public sealed class FencedException : Exception
{
    /// <summary>A refused commit.</summary>
    /// <param name="mine">The epoch that tried to write.</param>
    /// <param name="current">The epoch that owns the store.</param>
    public FencedException(long mine, long current)
        : base(
            $"The store has a newer owner (epoch {current}; this is {mine}). Only one `run` may use a store at a time.")
    {
    }
}
