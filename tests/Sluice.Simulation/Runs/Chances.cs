namespace Sluice.Simulation;

/// <summary>One source of chance for each part of a run, so that one part's choices do not shift another's.</summary>
internal sealed class Chances(ulong seed)
{
    public Chance Order { get; } = new(seed * 7919 + 1);

    public Chance Network { get; } = new(seed * 7919 + 2);

    public Chance Users { get; } = new(seed * 7919 + 3);

    public Chance Systems { get; } = new(seed * 7919 + 4);

    public Chance Plan { get; } = new(seed * 7919 + 5);

    public Chance Pairings { get; } = new(seed * 7919 + 6);

    public Chance Hints { get; } = new(seed * 7919 + 7);

    public Chance Tokens { get; } = new(seed * 7919 + 8);

    public Chance Ways { get; } = new(seed * 7919 + 9);

    public Chance Operators { get; } = new(seed * 7919 + 10);

    public Chance Fields { get; } = new(seed * 7919 + 11);

    public Chance Answers { get; } = new(seed * 7919 + 12);

    public Chance Requests { get; } = new(seed * 7919 + 13);
}
