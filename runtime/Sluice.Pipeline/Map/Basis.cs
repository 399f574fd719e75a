namespace Sluice.Pipeline;

/// <summary>What a write was refused on: while that is the same, it is not sent again.</summary>
internal static class Basis
{
    /// <summary>Of a refusal: the field, how it is mapped, and all that both sides show.</summary>
    public static string Refused(Pairing pairing, int field, FieldValue[] left, FieldValue[] right) =>
        RecordHash.Of(string.Join('\n',
        [
            $"{Mapping.Fingerprint(pairing.Descriptor.Fields[field])} {pairing.Build:N}",
            .. left.Concat(right).Select(value => value.ToStored()),
        ]));

    /// <summary>
    /// Of a write that was said to be done and does not show: the field, the value, and what stands in its place. What
    /// else the record shows may well move by it.
    /// </summary>
    public static string Unseen(FieldRule rule, FieldValue sent, FieldValue shown) => RecordHash.Of(
        $"{Mapping.Fingerprint(rule.Field)} {sent.ToStored()}\n{CanonicalForm.Of(rule.Comparison, shown).ToStored()}");
}
