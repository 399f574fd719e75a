namespace Sluice.Pipeline;

/// <summary>Fingerprints of what documents say, so that a changed document is never taken for an edit.</summary>
internal static class Mapping
{
    /// <summary>Of one field: its paths and in which form it is compared. Its lines may move.</summary>
    public static string Fingerprint(FieldDescriptor field) =>
        RecordHash.Of($"{field.Name}|{field.Canonical}|{string.Join(',', field.Left)}|{string.Join(',', field.Right)}");

    /// <summary>Of a whole pairing: creation clauses, rules and fields.</summary>
    public static string Fingerprint(PairingDescriptor pairing) => RecordHash.Of(string.Join('\n',
    [
        $"{pairing.Name}|{pairing.Left.Creation}|{pairing.Right.Creation}",
        .. pairing.Rules.Select(rule => $"{rule.Left}={rule.Right}"),
        .. pairing.Fields.Select(Fingerprint),
    ]));
}
