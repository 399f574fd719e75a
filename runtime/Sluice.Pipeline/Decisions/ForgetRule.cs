namespace Sluice.Pipeline;

/// <summary>
/// A thing is forgotten with all its records, once nothing is under way that could make another one of it.
/// </summary>
internal sealed class ForgetRule(IStore store, Known known) : IDecisionRule
{
    /// <summary>The kind, as the inbox has it.</summary>
    public const string Kind = "forget";

    public bool Knows(DecisionKind kind) => kind == DecisionKind.Forget;

    public async ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at)
    {
        var record = new RecordId(new(decision.System!, decision.Entity!), decision.Key!);
        if ((await store.ForgottenAsync()).Contains(record))
            return Verdict.Refuse("It is forgotten already.", "Nothing is left to do here.");

        var things = await store.SameThingAsync(record);
        if (things.Count == 0)
            return Verdict.Refuse(
                $"Nothing is known of {record}.", "Correct the key; `sluice why` shows what is known of a record.");

        var open = (await store.OpenIntentsAsync(null)).FirstOrDefault(intent =>
            intent.TargetKey is null && known.Find(intent.Pairing) is { } pairing
            && things.Contains(new(pairing[intent.Side.Other()].Name, intent.OriginKey)));
        return open is null
            ? Verdict.Apply($"It is forgotten, with {things.Count} records.", new RecordForgotten(record))
            : Verdict.Later(
                $"Whether a record was created for it at {open.At:u} is not known yet. It is forgotten once that is "
                    + "settled.");
    }
}
