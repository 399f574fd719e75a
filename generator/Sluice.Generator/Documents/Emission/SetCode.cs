using Sluice.Generator.Text;
using Sluice.Specification.Binding;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Emission;

/// <summary>
/// Writes how a value is put into a record. Objects on the way are made where there are none, and kept with all they
/// hold where there are.
/// </summary>
/// <param name="code">Where to write.</param>
/// <param name="record">The record's variable.</param>
/// <param name="value">The value's variable.</param>
/// <param name="isText">Whether that is a string; else it is a field value.</param>
/// <param name="keepsKind">Whether a value goes into an open contract in the kind of what it replaces.</param>
/// <param name="locals">The method's variables.</param>
internal sealed class SetCode(
    CodeWriter code, string record, string value, bool isText, bool keepsKind, Locals locals)
{
    /// <summary>The record's variable.</summary>
    public string Record => record;

    /// <summary>The value's variable.</summary>
    public string Value => value;

    /// <summary>Whether a path takes a string as it is.</summary>
    public static bool IsText(BoundPath path) =>
        path.Leaf.Type.Kind == ValueKind.Text && path.List < 0 && path.DependsOn.Count == 0;

    /// <summary>Whether a path cannot be cleared, because its member is always something.</summary>
    public static bool IsNeverNull(BoundPath path) =>
        path is { Leaf: { IsNullable: false, Type.Kind: not (ValueKind.Text or ValueKind.List) }, List: < 0 };

    /// <summary>Puts the value where a path ends, and makes hold what it depends on.</summary>
    public void Write(BoundPath path)
    {
        if (path.IsOpen)
        {
            OpenCode.Write(code, record, value, path, keepsKind);
            return;
        }

        if (path.List < 0)
            Set([.. path.Members], Held(path.Leaf));
        else
            SetElement(path);

        var apart = path.DependsOn.Where(one => !path.IsBeside(one)).ToArray();
        if (apart.Length == 0)
            return;

        code.Line();
        code.Open($"if (!{value}.IsBlank)");
        foreach (var one in apart)
            Set([.. one.Members], Demanded(one));

        code.Close();
    }

    private string Held(MemberSchema member) =>
        !isText ? FitCode.Held(member, value)
        : member.IsNullable ? value
        : value + " ?? \"\"";

    private void Set(MemberSchema[] members, string held)
    {
        var owners = new List<string> { record };
        for (var i = 0; i < members.Length - 1; i++)
        {
            var local = locals.Take(members[i].Name);
            code.Line($"var {local} = {owners[i]}.{Code.Identifier(members[i].Name)}{Made(members[i])};");
            owners.Add(local);
        }

        var changed = held;
        for (var i = members.Length - 1; i >= 0; i--)
            changed = $"{owners[i]} with {{ {Code.Identifier(members[i].Name)} = {changed} }}";

        code.Line($"{record} = {changed};");
        code.Line($"change.Touch({Code.Literal(string.Join(".", members.Select(member => member.JsonName)))});");
    }

    // The element is told by what the value depends on; a new one gets that, too.
    private void SetElement(BoundPath path)
    {
        var list = path.Members.Take(path.List + 1).ToArray();
        var beside = path.DependsOn.Where(path.IsBeside).ToArray();
        var local = locals.Take(path.Members[path.List].Name);
        code.Line($"var {local} = Lists.With(");
        code.Indented($"{PathCode.Read(record, Specification.EquatableArray.Of(list))}, {value},");
        code.Indented($"static item => {string.Join(" && ", beside.Select(one => IsMeant(one, path.List)))},");
        var element = beside.Aggregate(
            With("item", [.. path.Members.Skip(path.List + 1)], Held(path.Leaf)),
            (current, one) => Also(current, [.. one.Members.Skip(path.List + 1)], Demanded(one)));
        if (path.Members[path.List].MadeWith.Count == 0)
            code.Indented($"item => {element});");
        else
            code.Indented($"item => {element},", $"static () => {New(path.Members[path.List])});");

        Set(list, $"[.. {local}]");
    }

    private static string IsMeant(BoundDependency one, int list)
    {
        var inside = Specification.EquatableArray.Of(one.Members.Skip(list + 1).ToArray());
        var held = PathCode.Read("item", inside);
        return one.Leaf.Type.Kind == ValueKind.Text
            ? $"{held} == {Code.Literal(one.Value)}"
            : $"FieldValue.Of({held}).ToString() == {Code.Literal(one.Value)}";
    }

    private static string With(string owner, MemberSchema[] members, string held)
    {
        var name = Code.Identifier(members[0].Name);
        return members.Length == 1
            ? $"{owner} with {{ {name} = {held} }}"
            : $"{owner} with {{ {name} = "
                + With($"({owner}.{name}{Made(members[0])})", [.. members.Skip(1)], held) + " }";
    }

    // One more member of the element: beside the others where it is a direct one.
    private static string Also(string element, MemberSchema[] members, string held) => members.Length == 1
        ? element.Substring(0, element.Length - 2) + $", {Code.Identifier(members[0].Name)} = {held} }}"
        : With($"({element})", members, held);

    private static string Made(MemberSchema member) => member.IsNullable ? " ?? " + New(member) : "";

    private static string New(MemberSchema member) => member.MadeWith.Count == 0 ? "new()"
        : "new() { " + string.Join(
            ", ", member.MadeWith.Select(one => $"{Code.Identifier(one.Name)} = {one.Blank}")) + " }";

    private static string Demanded(BoundDependency one) => one.Leaf.Type.Kind switch
    {
        ValueKind.Text => Code.Literal(one.Value),
        ValueKind.Boolean when bool.TryParse(one.Value, out var truth) => truth ? "true" : "false",
        ValueKind.Integer when LiteralCode.IsPlain(one.Value) => one.Value,
        var kind => FitCode.Held(
            one.Leaf, FitCode.Fit(one.Leaf.Type, $"Cast.{Caster(kind)}(FieldValue.Of({Code.Literal(one.Value)}))")),
    };

    private static string Caster(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => "Boolean",
        ValueKind.Integer => "Integer",
        ValueKind.Float => "Float",
        ValueKind.Decimal => "Decimal",
        _ => "String",
    };
}
