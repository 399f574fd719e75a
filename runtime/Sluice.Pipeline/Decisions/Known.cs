namespace Sluice.Pipeline;

/// <summary>Which pairings and records there are, as far as this program and its store know.</summary>
internal sealed class Known(IStore store, IReadOnlyList<Pairing> pairings)
{
    private readonly Dictionary<string, PairingDescriptor> _pairings = pairings.Select(pairing => pairing.Descriptor)
        .ToDictionary(pairing => pairing.Name, StringComparer.Ordinal);

    public IEnumerable<PairingDescriptor> All => _pairings.Values;

    public PairingDescriptor? Find(string? pairing) => pairing is null ? null : _pairings.GetValueOrDefault(pairing);

    public static Verdict NoPairing(string? pairing) =>
        Verdict.Refuse($"There is no pairing '{pairing}'.", "`sluice status` lists the pairings.");

    /// <summary>The keys among these that are no record, each with the reason.</summary>
    /// <remarks>Before the first complete listing of an entity nothing is known of its records.</remarks>
    public async ValueTask<IReadOnlyDictionary<string, string>> MissingAsync(
        EntityName entity, IReadOnlyList<string> keys)
    {
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await store.LastCompleteAsync(entity) is not { } listed)
            return missing;

        var seen = await store.KnownBeforeAsync(entity, keys, DateTimeOffset.MaxValue);
        foreach (var key in keys.Where(key => !seen.Contains(key)))
            missing[key] = $"{entity} has no record '{key}' in the listing that began at {listed:u}.";
        return missing;
    }

    /// <summary>Whether a record was seen.</summary>
    public async ValueTask<bool> HasSeenAsync(EntityName entity, string key) =>
        (await store.KnownBeforeAsync(entity, [key], DateTimeOffset.MaxValue)).Count > 0;
}
