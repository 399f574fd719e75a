namespace Sluice.Connectors.YouTrack;

/// <summary>
/// Marks a member that there is in <see cref="YouTrackDialect.Hub"/> alone: from 2026.1 on YouTrack's own interface
/// neither shows nor takes it, or Hub no longer tells it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HubOnlyAttribute : Attribute;
