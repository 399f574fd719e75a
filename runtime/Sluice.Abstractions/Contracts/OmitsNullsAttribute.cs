namespace Sluice;

/// <summary>
/// Marks an entity whose API leaves nulls out of its answers. Without it, what an answer did not contain is unknown and
/// changes nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OmitsNullsAttribute : Attribute;
