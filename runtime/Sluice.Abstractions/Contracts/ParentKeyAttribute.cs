namespace Sluice;

/// <summary>
/// Marks the member that identifies the parent a record lives under. The connector composes <c>parent/key</c>, which is
/// opaque to everything else.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParentKeyAttribute : Attribute;
