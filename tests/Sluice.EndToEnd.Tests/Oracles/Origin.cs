namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>A record for which a document wants a counterpart.</summary>
/// <param name="Key">What identifies the physical record.</param>
/// <param name="InScope">Whether the pairing looks at it.</param>
/// <param name="Shown">What the counterpart must show of it; blank where nothing supplies what the target's system
/// demands.</param>
internal sealed record Origin(string Key, bool InScope, string Shown)
{
    public bool CanBeMade => !string.IsNullOrWhiteSpace(Shown);
}
