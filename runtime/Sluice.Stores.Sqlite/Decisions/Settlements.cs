namespace Sluice.Stores.Sqlite;

/// <summary>Stores what came of a decision: all of it, or none.</summary>
internal sealed class Settlements(
    Session session, Inbox inbox, Pairings pairings, Approvals approvals, Rulings rulings, DecidedLinks links,
    Erasure erasure)
{
    public ValueTask SettleAsync(DecisionCommit commit) => session.WriteAsync(() =>
    {
        var saidAt = inbox.Settle(commit);
        foreach (var effect in commit.Effects)
            Apply(effect, saidAt, commit.At);
    });

    private void Apply(DecisionEffect effect, DateTimeOffset saidAt, DateTimeOffset at)
    {
        switch (effect)
        {
            case PlanApproved approved:
                approvals.Approve(approved, at);
                break;
            case PairLinked linked:
                links.Join(linked.Link);
                break;
            case PairParted parted:
                links.Part(parted.Link);
                break;
            case TombstoneLifted lifted:
                links.Lift(lifted.Link, at);
                break;
            case ValueTaken taken:
                links.Take(taken);
                break;
            case RecordRuled ruled:
                rulings.Set(pairings.Number(ruled.Pairing), ruled.Side, ruled.Key, ruled.Ruling, saidAt);
                links.Answered(ruled);
                break;
            case LossSeen seen:
                links.Answered(seen);
                break;
            case PairingPaused paused:
                approvals.Pause(paused.Pairing, paused.IsPaused);
                break;
            case RecordForgotten forgotten:
                erasure.Forget(forgotten.Record, at);
                break;
            case DecisionWithdrawn withdrawn:
                inbox.Withdraw(withdrawn.Decision, at);
                break;
            default:
                throw new InvalidOperationException($"No store knows {effect.GetType().Name}.");
        }
    }
}
