using System.Globalization;
using Sluice.Generator.Text;
using Sluice.Specification;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Writes how changed fields are put into a record: by <c>with</c>, so that all else survives.</summary>
internal static class WritePart
{
    /// <summary>Both sides.</summary>
    public static void Writes(CodeWriter code, BoundPairing pairing)
    {
        Write(code, pairing, SideName.Left, "left");
        code.Line();
        Write(code, pairing, SideName.Right, "right");
    }

    private static void Write(CodeWriter code, BoundPairing pairing, SideName side, string record)
    {
        var locals = new Locals(pairing.Fields);
        var alias = pairing[side].Alias;
        var head = $"protected override {alias} Write{side}({alias} {record}, Change change)";
        code.Line("/// <inheritdoc/>");
        if (pairing.Fields.Count == 0)
        {
            code.Line($"{head} => {record};");
            return;
        }

        code.Open(head);
        foreach (var field in pairing.Fields)
        {
            code.Line("// " + Xml.Line(Comment(field, side, pairing[side].System)));
            Write(code, field, side, record, locals);
            code.Line();
        }

        code.Line($"return {record};");
        code.Close();
    }

    private static void Write(CodeWriter code, BoundField field, SideName side, string record, Locals locals)
    {
        var paths = field.Paths(side);
        var writable = Enumerable.Range(0, paths.Count).Where(index => paths[index].IsWritable).ToArray();
        if (writable.Length == 0)
            return;

        var value = locals.Of(field);
        code.Open($"if (change.Has({field.Identifier}, out var {value}))");
        if (paths.Count == 1)
            Set(code, paths[0], record, value, locals);
        else
            Choose(code, field, paths, writable, record, value, locals);

        code.Close();
    }

    private static void Choose(
        CodeWriter code, BoundField field, EquatableArray<BoundPath> paths, int[] writable, string record, string value,
        Locals locals)
    {
        var target = locals.Take("to" + field.Identifier);
        code.Line($"var {target} = WriteBack.To(");
        code.Indented($"Canonical.{field.Canonical}, {value},");
        code.Indented(
            $"[{string.Join(", ", paths.Select(path => $"FieldValue.Of({PathCode.Read(record, path.Members)})"))}],");
        code.Indented($"writable: [{string.Join(", ", writable.Select(Number))}]);");
        foreach (var index in writable)
        {
            code.Open($"if ({target}.Includes({Number(index)}))");
            Set(code, paths[index], record, value, locals);
            code.Close();
            if (index != writable[writable.Length - 1])
                code.Line();
        }
    }

    // Objects on the way are made where there are none, and kept with all they hold where there are.
    private static void Set(CodeWriter code, BoundPath path, string record, string value, Locals locals)
    {
        var members = path.Members;
        var owners = new List<string> { record };
        for (var i = 0; i < members.Count - 1; i++)
        {
            var local = locals.Take(members[i].Name);
            var made = members[i].IsNullable ? " ?? new()" : "";
            code.Line($"var {local} = {owners[i]}.{Code.Identifier(members[i].Name)}{made};");
            owners.Add(local);
        }

        var changed = members[members.Count - 1].IsNullable ? value : value + " ?? \"\"";
        for (var i = members.Count - 1; i >= 0; i--)
            changed = $"{owners[i]} with {{ {Code.Identifier(members[i].Name)} = {changed} }}";

        code.Line($"{record} = {changed};");
        code.Line($"change.Touch({Code.Literal(path.JsonPath)});");
    }

    private static string Comment(BoundField field, SideName side, string system)
    {
        var paths = field.Paths(side);
        if (field.Target == side)
        {
            var sources = field.Paths(side == SideName.Left ? SideName.Right : SideName.Left);
            return string.Join(", ", sources.SelectMany(path => path.Written)) + " → " + field.Name;
        }

        var back = paths.Where(path => path.IsWritable).Select(path => path.JsonPath).ToArray();
        return field.Name + " → " + back.Length switch
        {
            0 => $"nothing: {system} does not take {string.Join(" or ", paths.Select(path => path.JsonPath))}",
            1 when paths.Count == 1 => back[0],
            _ => string.Join(" or ", back) + ", from where it was read",
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
