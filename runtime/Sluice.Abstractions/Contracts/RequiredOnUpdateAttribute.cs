namespace Sluice;

/// <summary>
/// Marks a member that the system demands in every update, changed or not. The connector sends it along.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredOnUpdateAttribute : Attribute;
