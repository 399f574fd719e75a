using Sluice.Generator.Text;
using Sluice.Specification;
using Sluice.Specification.Binding;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Paths as C#.</summary>
internal static class PathCode
{
    /// <summary>Reads members from a record down: <c>right.Profile?.Email?.Email</c>.</summary>
    public static string Read(string record, EquatableArray<MemberSchema> members) => Chain(record, [.. members]);

    /// <summary>The value of the first path that has one.</summary>
    public static string FirstValue(string record, EquatableArray<BoundPath> paths)
    {
        var values = paths.Select(path => Value(record, path)).ToArray();
        return values[0] + string.Concat(values.Skip(1).Select(value => $".Or({value})"));
    }

    /// <summary>The value of a path, null where what it depends on does not hold.</summary>
    public static string Value(string record, BoundPath path)
    {
        if (path.IsOpen)
            return OpenCode.Value(record, path);

        var beside = path.DependsOn.Where(path.IsBeside)
            .Select(one => (one.Value, one.Members.Skip(path.List + 1).ToArray()));
        var value = Value(record, [.. path.Members], [.. beside], path.List);
        return path.DependsOn.Where(one => !path.IsBeside(one)).Aggregate(
            path.List >= 0 && !path.IsList ? $"Lists.First({value})" : value,
            (current, one) => When(current, record, [.. one.Members], one.Value));
    }

    /// <summary>
    /// What a match rule compares: a value, or all of those in a list, without the ones that do not count. What a path
    /// depends on and what guards it hold of the same element.
    /// </summary>
    public static string Compared(string record, BoundPath path) => path.IsOpen
        ? OpenCode.Value(record, path)
        : path.DependsOn.Count > 0
        ? Value(record, path with
        {
            DependsOn = path.DependsOn.Concat(Guarding(path)).ToEquatableArray(),
        })
        : path.Guard.Count == 0
        ? Value(record, [.. path.Members], [], -1)
        : Counting(record, [.. path.Members], path.Guard[path.Guard.Count - 1]);

    /// <summary>The type and member that a path ends at: <c>HubEmail.Email</c>.</summary>
    public static string Leaf(BoundSide side, BoundPath path)
    {
        var owner = path.Members.Count > 1 ? path.Members[path.Members.Count - 2].Type : null;
        var type = owner is null ? side.TypeName : (owner.Element ?? owner).TypeName;
        return type.Substring(type.LastIndexOf('.') + 1) + "." + path.Leaf.Name;
    }

    private static BoundDependency[] Guarding(BoundPath path) =>
        path.Guard.Count == 0 ? [] : [new("true", path.Guard)];

    // A list on the way is gone through: what is behind it is read of each element.
    private static string Value(
        string record, MemberSchema[] members, (string Value, MemberSchema[] Members)[] beside, int list)
    {
        var at = Array.FindIndex(members, member => member.Type.Kind == ValueKind.List);
        if (at < 0)
            return $"FieldValue.Of({Chain(record, members)})";

        var chain = Chain(record, [.. members.Take(at + 1)]);
        if (at == members.Length - 1)
            return $"Lists.From({chain}, static item => FieldValue.Of(item))";

        var item = record == "item" ? "inner" : "item";
        var value = Value(item, [.. members.Skip(at + 1)], [], -1);
        if (at == list)
            value = beside.Aggregate(value, (current, one) => When(current, item, one.Members, one.Value));

        return $"Lists.From({chain}, static {item} => {value})";
    }

    // Whether a value counts stands beside it, in the innermost list that it is in.
    private static string Counting(string record, MemberSchema[] members, MemberSchema guard)
    {
        var at = Array.FindIndex(members, member => member.Type.Kind == ValueKind.List);
        if (at < 0 || at == members.Length - 1)
            return When(
                Value(record, members, [], -1), record, [.. members.Take(members.Length - 1), guard], "true");

        var item = record == "item" ? "inner" : "item";
        return $"Lists.From({Chain(record, [.. members.Take(at + 1)])}, static {item} => "
            + Counting(item, [.. members.Skip(at + 1)], guard) + ")";
    }

    private static string When(string value, string record, MemberSchema[] members, string demanded) =>
        $"{value}.When(FieldValue.Of({Chain(record, members)}), {Code.Literal(demanded)})";

    private static string Chain(string record, MemberSchema[] members)
    {
        var code = record;
        for (var i = 0; i < members.Length; i++)
            code += (i > 0 && members[i - 1].IsNullable ? "?." : ".") + Code.Identifier(members[i].Name);

        return code;
    }
}
