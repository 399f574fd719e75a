using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>A path that ends at a value, or at one in each element of a list.</summary>
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
    /// <summary>What else must hold for the value to count; writing the value makes it hold.</summary>
    public EquatableArray<BoundDependency> DependsOn { get; init; }

    /// <summary>Whether nothing takes a field's value back to here.</summary>
    public bool IsOneWay { get; init; }

    /// <summary>The member that holds the value.</summary>
    public MemberSchema Leaf => Members[Members.Count - 1];

    /// <summary>Whether an open contract has it, which says no types.</summary>
    public bool IsOpen => Leaf.Type.Kind == ValueKind.Any;

    /// <summary>What stands between the dots, from the record down.</summary>
    public IEnumerable<string> Names => IsOpen ? JsonPath.Split('.') : Members.Select(member => member.Name);

    /// <summary>The place among the members of the list that the value is in; -1 where it is in none.</summary>
    public int List => Members.Take(Members.Count - 1).ToList().FindIndex(IsListMember);

    /// <summary>
    /// Whether there may be several values: those of a list, or one in each element where nothing says in which.
    /// </summary>
    public bool IsList => Leaf.Type.Kind == ValueKind.List || (List >= 0 && !DependsOn.Any(IsBeside));

    /// <summary>What a single value is.</summary>
    public MemberType ValueType => Leaf.Type.Element ?? Leaf.Type;

    /// <summary>
    /// Whether the system takes the value, and which element of a list it belongs to is said. A value that is itself a
    /// list of values is one of its element like any other.
    /// </summary>
    public bool IsWritable => !IsOneWay
        && !Members.Concat(DependsOn.SelectMany(one => one.Members))
            .Any(member => member.IsReadOnly || member.IsKey || member.IsFixed)
        && (List < 0 || (DependsOn.Any(IsBeside) && !Members.Take(Members.Count - 1).Skip(List + 1).Any(IsListMember)));

    /// <summary>The path in the system's answers.</summary>
    public string JsonPath => string.Join(".", Members.Select(member => member.JsonName));

    /// <summary>The path with what it depends on, which tells it from others.</summary>
    public string Identity =>
        string.Concat([JsonPath, .. DependsOn.Select(one => $" where {one.JsonPath} is {one.Value}")]);

    /// <summary>Whether a dependency is on the same element of the list that the value is in.</summary>
    public bool IsBeside(BoundDependency dependency)
    {
        var list = List;
        return list >= 0 && dependency.Members.Count > list + 1
            && dependency.Members.Take(list + 1).SequenceEqual(Members.Take(list + 1));
    }

    private static bool IsListMember(MemberSchema member) => member.Type.Kind == ValueKind.List;
}
