using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>A path that ends at a value.</summary>
/// <param name="Written">
/// Every way in which the document writes it, in order: <c>profile.email</c>, <c>profile.email.email</c>.
/// </param>
/// <param name="Members">The members from the record down to the value.</param>
/// <param name="Guard">
/// The members from the record down to the boolean that must be true before the value may match; empty where none must.
/// </param>
public sealed record BoundPath(
    EquatableArray<string> Written, EquatableArray<MemberSchema> Members, EquatableArray<MemberSchema> Guard)
{
    /// <summary>The member that holds the value.</summary>
    public MemberSchema Leaf => Members[Members.Count - 1];

    /// <summary>Whether the system takes the value.</summary>
    public bool IsWritable => !Members.Any(member => member.IsReadOnly || member.IsKey);

    /// <summary>The path in the system's answers.</summary>
    public string JsonPath => string.Join(".", Members.Select(member => member.JsonName));
}
