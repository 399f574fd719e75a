using Sluice.Generator.Text;
using Sluice.Specification;
using Sluice.Specification.Binding;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Paths as C#.</summary>
internal static class PathCode
{
    /// <summary>Reads members from a record down: <c>right.Profile?.Email?.Email</c>.</summary>
    public static string Read(string record, EquatableArray<MemberSchema> members)
    {
        var code = record;
        for (var i = 0; i < members.Count; i++)
            code += (i > 0 && members[i - 1].IsNullable ? "?." : ".") + Code.Identifier(members[i].Name);

        return code;
    }

    /// <summary>The value of the first path that has one.</summary>
    public static string FirstValue(string record, EquatableArray<BoundPath> paths)
    {
        var values = paths.Select(path => $"FieldValue.Of({Read(record, path.Members)})").ToArray();
        return values[0] + string.Concat(values.Skip(1).Select(value => $".Or({value})"));
    }

    /// <summary>The type and member that a path ends at: <c>HubEmail.Email</c>.</summary>
    public static string Leaf(BoundSide side, BoundPath path)
    {
        var owner = path.Members.Count > 1 ? path.Members[path.Members.Count - 2].Type.TypeName : side.TypeName;
        return owner.Substring(owner.LastIndexOf('.') + 1) + "." + path.Leaf.Name;
    }
}
