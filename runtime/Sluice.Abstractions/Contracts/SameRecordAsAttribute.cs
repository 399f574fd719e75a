namespace Sluice;

/// <summary>
/// Declares that two entities of a system are views of one record, so that it is created and written once.
/// </summary>
/// <param name="system">The system of the other view.</param>
/// <param name="entity">The other view, as documents write it.</param>
/// <param name="member">The member of this contract that holds the other view's key.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameRecordAsAttribute(string system, string entity, string member) : Attribute
{
    /// <summary>The system of the other view.</summary>
    public string System { get; } = system;

    /// <summary>The other view, as documents write it.</summary>
    public string Entity { get; } = entity;

    /// <summary>The member of this contract that holds the other view's key.</summary>
    public string Member { get; } = member;
}
