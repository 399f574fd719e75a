namespace Sluice.Connectors.YouTrack;

/// <summary>
/// Marks a member that Hub alone has: YouTrack's own interface neither shows nor takes it
/// (<see cref="YouTrackDialect.YouTrack2026"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HubOnlyAttribute : Attribute;
