namespace Sluice;

/// <summary>
/// Names a boolean sibling that must be true before a member may match another record: anybody can claim an address
/// that
/// nobody verified. The member is still read and written.
/// </summary>
/// <param name="member">The sibling's C# name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MatchesWhenAttribute(string member) : Attribute
{
    /// <summary>The sibling's C# name.</summary>
    public string Member { get; } = member;
}
