namespace Sluice;

/// <summary>Marks a member that holds the key of another record.</summary>
/// <param name="system">The system of the record that is referred to.</param>
/// <param name="entity">Its entity, as documents write it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReferenceAttribute(string system, string entity) : Attribute
{
    /// <summary>The system of the record that is referred to.</summary>
    public string System { get; } = system;

    /// <summary>Its entity, as documents write it.</summary>
    public string Entity { get; } = entity;
}
