namespace Sluice;

/// <summary>The least that tells whether a record changed.</summary>
/// <param name="Key">Its key in the entity.</param>
/// <param name="Hash">A hash of what the answer contained.</param>
/// <param name="InScope">Whether the contract counts it in.</param>
public readonly record struct Glimpse(string Key, string Hash, bool InScope);
