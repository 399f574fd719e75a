namespace Sluice.Pipeline;

/// <summary>A change that is right for one record and an accident where it happens to many at once.</summary>
/// <param name="Subject">The link it is about, or the record that something is created for.</param>
/// <param name="Signature">What identifies it in a plan, values included.</param>
/// <param name="Cause">What it has in common with others of its kind, in words.</param>
internal sealed record DoubtfulChange(string Subject, string Signature, string Cause)
{
    /// <summary>What a person should look at first; empty where there is nothing to say.</summary>
    public string Advice { get; init; } = "";

    /// <summary>A link that lost a side, or both.</summary>
    public static DoubtfulChange Of(PairingDescriptor pairing, Loss loss) => new(
        SubjectOf(loss.Link), loss.Signature,
        loss.IsBoth ? "gone on both sides" : $"gone from {pairing[loss.Side].Name}");

    /// <summary>A value that is overwritten by a blank.</summary>
    public static DoubtfulChange Clearing(
        PairingDescriptor pairing, Link link, Side target, int field, FieldValue value)
    {
        var (name, source) = (pairing.Fields[field].Name, pairing[target.Other()]);
        return new(
            SubjectOf(link), $"clear {target} {name} of {link.LeftKey} = {link.RightKey}: {value.ToStored()}",
            $"{name} emptied in {source.Name}")
        {
            Advice = RightTo(name, source),
        };
    }

    /// <summary>What to look at where many records lose the same field.</summary>
    public static string RightTo(string field, SideDescriptor side) =>
        $"Look whether our account in {side.System} may still read {field}.";

    private static string SubjectOf(Link link) => $"{link.LeftKey} = {link.RightKey}";
}
