namespace Sluice.Pipeline;

/// <summary>What a pairing needs to see of its sides.</summary>
internal static class Needs
{
    /// <summary>
    /// Whether a side must be listed: records are compared or copied, or counterparts are created for them. A side that
    /// a pairing needs nothing from costs no call and counts as complete.
    /// </summary>
    public static bool Listing(PairingDescriptor pairing, Side side, DeletePolicies deletes) =>
        pairing.Rules.Count > 0 || pairing.Fields.Count > 0 || pairing[side.Other()].Creation != Creation.Never
        || deletes.Of(pairing, side) is DeletePolicy.Unlink or DeletePolicy.Propagate;

    /// <summary>
    /// Whether the unlinked records of a side can come to anything: a link, or a record that is made for them.
    /// </summary>
    public static bool Deciding(PairingDescriptor pairing, Side side) =>
        pairing.Rules.Count > 0 || pairing[side.Other()].Creation != Creation.Never;
}
