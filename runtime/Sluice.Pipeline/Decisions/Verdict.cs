namespace Sluice.Pipeline;

/// <summary>Whether a decision can be applied to what the store holds.</summary>
public sealed record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Whether it is applied.</summary>
    public bool IsApplied { get; private init; }

    /// <summary>Whether it cannot be said yet: the decision keeps waiting.</summary>
    public bool IsLater { get; private init; }

    /// <summary>Whether the very same was decided before and waits: leaving it again changes nothing.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>What comes of it, or why nothing does; in whole sentences.</summary>
    public required string Text { get; init; }

    /// <summary>What a person can do where it is refused; empty where it is not.</summary>
    public string Fix { get; private init; } = "";

    /// <summary>Pairs that are left out, each with the reason; the others go on.</summary>
    public IReadOnlyList<(KeyPair Pair, string Reason)> Refused { get; init; } = [];

    internal IReadOnlyList<DecisionEffect> Effects { get; private init; } = [];

    internal static Verdict Apply(string text, params IReadOnlyList<DecisionEffect> effects) =>
        new() { IsApplied = true, Text = text, Effects = effects };

    internal static Verdict Refuse(string text, string fix) => new() { Text = text, Fix = fix };

    internal static Verdict Later(string text) => new() { IsLater = true, Text = text };
}
