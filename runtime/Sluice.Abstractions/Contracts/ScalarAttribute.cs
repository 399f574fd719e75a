namespace Sluice;

/// <summary>
/// Names the member that stands for an object where a document wants one value: <c>profile.email</c>.
/// </summary>
/// <param name="member">The member's C# name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScalarAttribute(string member) : Attribute
{
    /// <summary>The member's C# name.</summary>
    public string Member { get; } = member;
}
