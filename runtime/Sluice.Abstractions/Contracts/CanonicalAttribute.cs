namespace Sluice;

/// <summary>Says in which form two values of a member are compared.</summary>
/// <param name="kind">The canonical form.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CanonicalAttribute(Canonical kind) : Attribute
{
    /// <summary>The canonical form.</summary>
    public Canonical Kind { get; } = kind;
}
