namespace Sluice.Pipeline;

/// <summary>What no cycle has taken up yet can be taken back.</summary>
internal sealed class WithdrawRule(IStore store) : IDecisionRule
{
    /// <summary>The kind, as the inbox has it.</summary>
    public const string Kind = "withdraw";

    public bool Knows(DecisionKind kind) => kind == DecisionKind.Withdraw;

    public async ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at)
    {
        var entry = (await store.WaitingAsync()).FirstOrDefault(entry => entry.Id == decision.Number);
        return entry switch
        {
            null => Verdict.Refuse(
                $"No decision {decision.Number} waits.",
                "`sluice status` lists those that wait by their numbers; what was taken up already is decided anew."),
            { Kind: Kind } => Verdict.Refuse(
                $"Decision {decision.Number} takes another one back.", "Decide anew what it takes back."),
            _ => Verdict.Apply(
                $"Decision {decision.Number} ({entry.Subject}) is taken back.",
                new DecisionWithdrawn(decision.Number)),
        };
    }
}
