namespace Sluice.Pipeline;

/// <summary>
/// Tells what creates made whose answer was lost where match rules find it first: the system may hide some of what was
/// sent, so that the record is not told by that.
/// </summary>
internal sealed class MatchedCreates(IStore store, IntentBook intents, FieldRules rules, Linker linker)
{
    /// <summary>The create of this pairing that made one of two records that match of the other.</summary>
    /// <returns>Null where none did, or where more shows than was sent: then they only met.</returns>
    public async ValueTask<MadeRecord?> OfAsync(PairingTurn turn, Record left, Record right)
    {
        foreach (var intent in intents.Creates.Where(intent => intent.Pairing == turn.Descriptor.Name))
        {
            var (made, origin) = intent.Side == Side.Left ? (left, right) : (right, left);
            if (intent.OriginKey == origin.Key
                && Shown(turn.Pairing, intent, made) is { Count: > 0 } shown
                && (await store.KnownBeforeAsync(
                    turn.Descriptor[intent.Side].Name, [made.Key], intent.At)).Count == 0)
                return new(intent, made, shown);
        }

        return null;
    }

    /// <summary>Links what a create made to what it was made of.</summary>
    /// <remarks>
    /// The create is not settled yet: what does not show of it may show late, and is then no edit.
    /// </remarks>
    /// <returns>Null where one of them was linked to another since.</returns>
    public async ValueTask<Link?> LinkAsync(PairingTurn turn, MadeRecord made, RecordId origin)
    {
        var (pairing, intent) = (turn.Descriptor.Name, made.Intent);
        return await store.FindLinkAsync(pairing, intent.Side, made.Record.Key) is null
            && await store.FindLinkAsync(pairing, intent.Side.Other(), intent.OriginKey) is null
                ? await linker.CreatedAsync(
                    turn, intent.Side, (intent.OriginKey, origin), made.Record, intent: null, made.Shown,
                    intent.Versions, mayDiffer: true, isListed: true,
                    "created: found by a match after its answer was lost")
                : null;
    }

    // Somebody may have made one with the same address meanwhile: a value that was not sent, and they only met.
    private Dictionary<string, FieldValue>? Shown(Pairing pairing, Intent intent, Record made)
    {
        var values = FieldReader.ByName(pairing, intent.Side, made);
        var shown = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var rule in rules.Of(pairing.Descriptor, intent.Side, made))
        {
            var value = values[rule.Field.Name];
            if (value.IsAbsent || value.IsBlank)
                continue;
            if (!intent.Sent.TryGetValue(rule.Field.Name, out var sent)
                || !CanonicalForm.Same(rule.Comparison, sent, value))
                return null;

            shown[rule.Field.Name] = sent;
        }

        return shown;
    }
}
