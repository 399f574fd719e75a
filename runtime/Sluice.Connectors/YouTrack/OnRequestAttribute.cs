namespace Sluice.Connectors.YouTrack;

/// <summary>
/// Marks a member that is asked for only where a document names it: it costs much to be told, or moves without an edit.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnRequestAttribute : Attribute;
