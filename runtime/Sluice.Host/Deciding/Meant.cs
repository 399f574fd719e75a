namespace Sluice.Host.Deciding;

/// <summary>A record that could be meant.</summary>
/// <param name="Key">Its key in the entity across.</param>
/// <param name="IsLinked">Whether it has a link in the pairing already.</param>
internal sealed record Meant(string Key, bool IsLinked);
