namespace Sluice.Pipeline;

/// <summary>Which pairings and records there are, as far as this program and its store know.</summary>
internal sealed class Known(IStore store, IReadOnlyList<Pairing> pairings)
{
    private readonly Dictionary<string, PairingDescriptor> _pairings = pairings.Select(pairing => pairing.Descriptor)
        .ToDictionary(pairing => pairing.Name, StringComparer.Ordinal);

    public IEnumerable<PairingDescriptor> All => _pairings.Values;

    public PairingDescriptor? Find(string? pairing) => pairing is null ? null : _pairings.GetValueOrDefault(pairing);

    /// <summary>What becomes of a decision about a forgotten record; a store that is left one says the same.</summary>
    public static Verdict Forgotten { get; } =
        Verdict.Refuse("It is about a record that was forgotten.", "Nothing is left to do here.");

    public static Verdict NoPairing(string? pairing) =>
        Verdict.Refuse($"There is no pairing '{pairing}'.", "`sluice status` lists the pairings.");

    /// <summary>Whether a decision is about one record, of a pairing, that was forgotten.</summary>
    public bool IsForgotten(PersonDecision decision, ForgottenRecords forgotten) =>
        decision.Key is { } key && Find(decision.Pairing) is { } pairing
        && forgotten.Contains(new(pairing[decision.Side].Name, key));

    /// <summary>The keys among these that are no record, each with the reason.</summary>
    /// <remarks>Before the first complete listing of an entity nothing is known of its records.</remarks>
    public async ValueTask<IReadOnlyDictionary<string, string>> MissingAsync(
        EntityName entity, IReadOnlyList<string> keys)
    {
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        var forgotten = await store.ForgottenAsync();
        foreach (var key in keys.Where(key => forgotten.Contains(new(entity, key))))
            missing[key] = Forgotten.Text;
        if (await store.LastCompleteAsync(entity) is not { } listed)
            return missing;

        var seen = await store.KnownBeforeAsync(entity, keys, DateTimeOffset.MaxValue);
        foreach (var key in keys.Where(key => !seen.Contains(key)))
            missing.TryAdd(key, $"{entity} has no record '{key}' in the listing that began at {listed:u}.");
        return missing;
    }

    /// <summary>Whether a record was seen.</summary>
    public async ValueTask<bool> HasSeenAsync(EntityName entity, string key) =>
        (await store.KnownBeforeAsync(entity, [key], DateTimeOffset.MaxValue)).Count > 0;
}
