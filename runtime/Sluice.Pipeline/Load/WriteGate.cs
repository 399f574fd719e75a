namespace Sluice.Pipeline;

/// <summary>Says what must not be written, and which setting would allow it.</summary>
internal sealed class WriteGate(Topology topology, IReadOnlyDictionary<string, Account> accounts)
{
    /// <returns>Why a record of an entity must not be created or changed; null where it may.</returns>
    public string? Refuses(EntityName entity) => topology.Policy(entity.System).ReadOnly
        ? $"{entity.System} is read-only by its setting Systems:{entity.System}:ReadOnly."
        : null;

    /// <returns>Why a record must not be deleted; null where it may.</returns>
    public string? Refuses(EntityName entity, RecordId record) => Refuses(entity)
        ?? (accounts.GetValueOrDefault(entity.System)?.Self == record
            ? $"{entity} {record.Key} is the account of our own sign-in, which is never deleted."
            : null);

    /// <returns>Why a record must not be created for another; null where it may.</returns>
    public string? Refuses(PairingDescriptor pairing, Side target, IReadOnlyList<FieldValue> origin)
    {
        var entity = pairing[target].Name;
        if (Refuses(entity) is { } refusal)
            return refusal;

        var opens = Enumerable.Range(0, origin.Count)
            .FirstOrDefault(field => pairing.Fields[field].Credential.Contains(target) && !origin[field].IsBlank, -1);
        return opens < 0 || topology.Policy(entity.System).AllowCredentialWrites
            ? null
            : Credential(entity, pairing.Fields[opens]);
    }

    /// <returns>Why a field of a record must not be changed; null where it may.</returns>
    public string? Refuses(EntityName entity, FieldDescriptor field, Side side, RecordId record)
    {
        if (Refuses(entity) is { } refusal)
            return refusal;
        if (!field.Credential.Contains(side))
            return null;
        if (!topology.Policy(entity.System).AllowCredentialWrites)
            return Credential(entity, field);

        return accounts.GetValueOrDefault(entity.System)?.Self == record
            ? $"{entity} {record.Key} is the account of our own sign-in, whose {field.Name} is never written."
            : null;
    }

    private static string Credential(EntityName entity, FieldDescriptor field) =>
        $"{field.Name} opens an account in {entity.System}; it is written only where "
            + $"Systems:{entity.System}:AllowCredentialWrites is true.";
}
