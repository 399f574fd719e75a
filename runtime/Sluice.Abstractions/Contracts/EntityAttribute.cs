namespace Sluice;

/// <summary>Says which name in dataflow documents a contract answers to.</summary>
/// <param name="system">The system's label, compared without case and blanks: <c>YouTrack</c>.</param>
/// <param name="name">The entity as documents write it: <c>Customers person</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EntityAttribute(string system, string name) : Attribute
{
    /// <summary>The system's label.</summary>
    public string System { get; } = system;

    /// <summary>The entity as documents write it.</summary>
    public string Name { get; } = name;
}
