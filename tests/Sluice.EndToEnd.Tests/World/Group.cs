namespace Sluice.EndToEnd.Tests.World;

/// <summary>A group: one record, which Hub and YouTrack show under an id each.</summary>
internal sealed record Group(string HubId, string Name, bool IsBuiltIn);
