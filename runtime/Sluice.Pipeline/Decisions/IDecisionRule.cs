namespace Sluice.Pipeline;

/// <summary>Says what a kind of decision comes to. Reads only.</summary>
internal interface IDecisionRule
{
    /// <summary>Whether it knows a kind.</summary>
    bool Knows(DecisionKind kind);

    /// <summary>Holds a decision against what the store knows now.</summary>
    ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at);
}
