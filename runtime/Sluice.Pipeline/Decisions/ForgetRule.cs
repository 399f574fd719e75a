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

        foreach (var intent in (await store.OpenIntentsAsync(null)).Where(intent => intent.TargetKey is null))
            if (known.Find(intent.Pairing) is { } pairing && await InQuestionAsync(pairing, intent, things) is { } what)
                return Verdict.Later($"{what} is not known yet. It is forgotten once that is settled.");

        return Verdict.Apply($"It is forgotten, with {things.Count} records.", new RecordForgotten(record));
    }

    private async ValueTask<string?> InQuestionAsync(
        PairingDescriptor pairing, Intent create, IReadOnlyList<RecordId> things) =>
        things.Contains(new(pairing[create.Side.Other()].Name, create.OriginKey))
            ? $"Whether a record was created for it at {create.At:u}"
            : await MadeAsync(pairing, create, things) is { } made
                ? $"Whether {made} is what was created for {create.OriginKey} at {create.At:u} (sluice review "
                    + $"{pairing.Name})"
                : null;

    // Without it the create would seem to have made nothing, and would be sent again. Before a person is asked whom it
    // may have made, it may be anybody who was not there before.
    private async ValueTask<RecordId?> MadeAsync(
        PairingDescriptor pairing, Intent create, IReadOnlyList<RecordId> things)
    {
        var entity = pairing[create.Side].Name;
        var keys = things.Where(thing => thing.Entity == entity).Select(thing => thing.Key).ToList();
        foreach (var key in await IsAskedAsync(create)
            ? keys.Intersect(create.Suspects, StringComparer.Ordinal)
            : keys.Except(await store.KnownBeforeAsync(entity, keys, create.At), StringComparer.Ordinal))
            if (!await store.AreToldApartAsync(pairing.Name, create.Side.Other(), create.OriginKey, key))
                return new(entity, key);

        return null;
    }

    private async ValueTask<bool> IsAskedAsync(Intent create) =>
        (await store.OpenItemsAsync(create.Pairing, create.Side.Other(), create.OriginKey))
            .Any(item => item.Cause == OpenCause.Made);
}
