namespace Sluice.EndToEnd.Tests.World;

/// <summary>A contact person or customer of PowerOffice Go, by the key the engine knows it under.</summary>
internal sealed record Party(string Key, string Id, string? Email, bool InScope);
