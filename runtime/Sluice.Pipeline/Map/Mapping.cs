using System.Runtime.CompilerServices;

namespace Sluice.Pipeline;

/// <summary>Fingerprints of what documents say, so that a changed document is never taken for an edit.</summary>
internal static class Mapping
{
    // A descriptor lives as long as its pairing and is asked for in every merge.
    private static readonly ConditionalWeakTable<FieldDescriptor, string> Known = [];

    /// <summary>Of one field: its paths and in which form it is compared. Its lines may move.</summary>
    public static string Fingerprint(FieldDescriptor field) => Known.GetValue(field, static known =>
        RecordHash.Of(
            $"{known.Name}|{known.Canonical}|{string.Join(',', known.Left)}|{string.Join(',', known.Right)}"
            + Declared(known)));

    // Only what is declared: a field of which nothing more is said keeps the fingerprint it had.
    private static string Declared(FieldDescriptor field) =>
        (field is { Precision: default(Precision), Order: default(ListOrder), Region: null }
            ? ""
            : $"|{field.Precision}|{field.Order}|{field.Region}")
        + (field.Reference is { } reference ? $"|{reference.Left}={reference.Right}" : "")
        + (field.Conversion is { } conversion ? $"|{conversion}" : "")
        + (field.OneWay is { } target ? $"|only to {target}" : "")
        + (field.NeverBack.Count > 0 ? $"|never to {string.Join(',', field.NeverBack)}" : "");

    /// <summary>Of a whole pairing: creation clauses, rules and fields, and whose edit wins.</summary>
    public static string Fingerprint(PairingDescriptor pairing) => RecordHash.Of(string.Join('\n',
    [
        $"{pairing.Name}|{Creation(pairing.Left)}|{Creation(pairing.Right)}"
            + (pairing.Source == Side.Right ? "|from the right" : ""),
        // The order of rows means nothing.
        .. pairing.Rules.Select(rule => $"{rule.Left}={rule.Right}").Order(StringComparer.Ordinal),
        .. pairing.Fields.Select(Fingerprint).Order(StringComparer.Ordinal),
    ]));

    /// <summary>What a pairing was compiled from and to.</summary>
    public static CompiledPairing Compiled(Pairing pairing) =>
        new(pairing.Descriptor.Name, Fingerprint(pairing.Descriptor), pairing.Documents);

    private static string Creation(SideDescriptor side) => string.Concat(
    [
        $"{side.Creation}", side.Condition is { } condition ? $" {condition}" : "",
        .. side.Connections.Select(connection =>
            $" {connection.Entity} {string.Join(',', connection.Forth)} {string.Join(',', connection.Back)}"),
    ]);
}
