using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>What must be held where for a value to count.</summary>
/// <param name="Value">What must be held, as text.</param>
/// <param name="Members">The members from the record down to what must hold it.</param>
public sealed record BoundDependency(string Value, EquatableArray<MemberSchema> Members)
{
    /// <summary>The member that must hold it.</summary>
    public MemberSchema Leaf => Members[Members.Count - 1];

    /// <summary>The path in the system's answers.</summary>
    public string JsonPath => string.Join(".", Members.Select(member => member.JsonName));
}
