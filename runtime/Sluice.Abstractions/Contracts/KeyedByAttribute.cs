namespace Sluice;

/// <summary>
/// Marks a list whose elements are told apart by one of their members, and whose order means nothing.
/// </summary>
/// <param name="member">The C# name of the element's member.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyedByAttribute(string member) : Attribute
{
    /// <summary>The C# name of the element's member.</summary>
    public string Member { get; } = member;
}
