namespace Sluice;

/// <summary>A record that is stored as present and that an enumeration has not shown.</summary>
/// <param name="Key">Its key in the entity.</param>
/// <param name="FirstSeenAt">When it was first seen.</param>
public sealed record Missing(string Key, DateTimeOffset FirstSeenAt);
