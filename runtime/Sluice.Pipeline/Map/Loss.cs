namespace Sluice.Pipeline;

/// <summary>A link that lost a side, or both.</summary>
/// <param name="Link">The link.</param>
/// <param name="Left">Whether the left record is gone.</param>
/// <param name="Right">Whether the right record is gone.</param>
/// <param name="Policy">What happens to the one that stayed.</param>
internal sealed record Loss(Link Link, bool Left, bool Right, DeletePolicy Policy)
{
    /// <summary>What the listings said of a link.</summary>
    public static Loss AsListed(PairingDescriptor pairing, Link link, DeletePolicies policies) =>
        Of(pairing, link, link.LeftGone, link.RightGone, policies);

    /// <summary>What was found out about a link.</summary>
    public static Loss Of(PairingDescriptor pairing, Link link, bool left, bool right, DeletePolicies policies) =>
        new(link, left, right, policies.Of(pairing, left ? Side.Left : Side.Right));

    public bool IsBoth => Left && Right;

    /// <summary>The side that lost its record; the left one where both did.</summary>
    public Side Side => Left ? Side.Left : Side.Right;

    /// <summary>What identifies it in a plan; empty where the link said so before.</summary>
    public string Signature => Link.State != LinkState.Live ? ""
        : IsBoth ? $"gone {Link.LeftKey} and {Link.RightKey}"
        : $"gone {Side} of {Link.LeftKey} = {Link.RightKey}: {Policy}";
}
