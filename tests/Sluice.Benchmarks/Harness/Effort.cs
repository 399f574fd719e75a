namespace Sluice.Benchmarks.Harness;

/// <summary>How much is measured, and on what.</summary>
/// <param name="IsFull">The sizes of the design; else sizes with which all benchmarks take minutes.</param>
/// <param name="Seed">What all data is made from.</param>
/// <param name="Records">How many records there are, where there is a say in it; null for the usual size.</param>
internal readonly record struct Effort(bool IsFull, long Seed, int? Records)
{
    public int Size(int small, int full) => IsFull ? full : small;

    public int Population(int small, int full) => Records ?? Size(small, full);
}
