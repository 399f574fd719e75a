namespace Sluice.Host.Diffing;

/// <summary>A pairing whose documents are not what they were.</summary>
/// <param name="Name">The pairing's name.</param>
/// <param name="Links">Its live links.</param>
/// <param name="NeedsApproval">Whether it does something else now, and so nothing before a plan is approved.</param>
internal sealed record TouchedPairing(string Name, int Links, bool NeedsApproval);
