namespace Sluice.Connectors.YouTrack;

/// <summary>Marks a member that YouTrack does not know: this connector makes it of what YouTrack shows.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnaskedAttribute : Attribute;
