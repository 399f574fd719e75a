using System.Globalization;
using Sluice.Generator.Text;
using Sluice.Specification;
using Sluice.Specification.Binding;
using Sluice.Specification.Schemas;

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
        if (writable.Length == 0 || (field.Target != side && !field.IsTwoWay))
            return;

        var value = locals.Of(field);
        var converts = field.Target != side && field.Back is { IsNothing: false };
        var isText = !converts && paths.All(SetCode.IsText);
        var unless = writable.Any(index => SetCode.IsNeverNull(paths[index])) ? $" && !{value}.IsBlank" : "";
        code.Open($"if (change.{(isText ? "Has" : "HasValue")}({field.Identifier}, out var {value}){unless})");
        if (converts)
            code.Line($"{value} = {field.BackName}({value});");
        else if (field.References is not null && paths[0].Leaf.Type.Kind == ValueKind.Integer)
            code.Line($"{value} = Cast.Integer({value});");

        var keepsKind = field.Target != side && field.Expression is not null;
        var set = new SetCode(code, record, value, isText, keepsKind, locals);
        if (paths.Count == 1)
            set.Write(paths[0]);
        else
            Choose(code, field, paths, writable, set, locals);

        code.Close();
    }

    private static void Choose(
        CodeWriter code, BoundField field, EquatableArray<BoundPath> paths, int[] writable, SetCode set, Locals locals)
    {
        var target = locals.Take("to" + field.Identifier);
        code.Line($"var {target} = WriteBack.To(");
        code.Indented($"Canonical.{field.Canonical}, {set.Value},");
        code.Indented(
            $"[{string.Join(", ", paths.Select(path => PathCode.Value(set.Record, path)))}],");
        code.Indented($"writable: [{string.Join(", ", writable.Select(Number))}]);");
        foreach (var index in writable)
        {
            code.Open($"if ({target}.Includes({Number(index)}))");
            set.Write(paths[index]);
            code.Close();
            if (index != writable[writable.Length - 1])
                code.Line();
        }
    }

    private static string Comment(BoundField field, SideName side, string system)
    {
        var paths = field.Paths(side);
        if (field.Target == side)
            return string.Join(", ", field.Paths(field.Source).SelectMany(path => path.Written)) + " → " + field.Name;

        var back = paths.Where(path => path.IsWritable).Select(path => path.JsonPath).ToArray();
        return field.Name + " → " + back.Length switch
        {
            0 when paths.Any(path => path.IsOneWay) => "nothing: what was lost on the way here cannot be taken back",
            0 => $"nothing: {system} does not take {string.Join(" or ", paths.Select(path => path.JsonPath))}",
            1 when paths.Count == 1 => back[0],
            _ => string.Join(" or ", back) + ", from where it was read",
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
