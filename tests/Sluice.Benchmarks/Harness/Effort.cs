namespace Sluice.Benchmarks.Harness;

/// <summary>How much is measured, and on what.</summary>
/// <param name="IsFull">The sizes of the design; else sizes with which all benchmarks take minutes.</param>
/// <param name="Seed">What all data is made from.</param>
internal readonly record struct Effort(bool IsFull, long Seed)
{
    public int Size(int small, int full) => IsFull ? full : small;
}
