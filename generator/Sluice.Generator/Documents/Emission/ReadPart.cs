using Sluice.Generator.Text;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Writes how fields are read: one statement each, with the paths that feed it beside it.</summary>
internal static class ReadPart
{
    /// <summary>Both sides.</summary>
    public static void Reads(CodeWriter code, BoundPairing pairing)
    {
        Read(code, pairing, SideName.Left, "left");
        code.Line();
        Read(code, pairing, SideName.Right, "right");
    }

    private static void Read(CodeWriter code, BoundPairing pairing, SideName side, string record)
    {
        code.Line("/// <inheritdoc/>");
        code.Open($"protected override void Read{side}({pairing[side].Alias} {record}, Span<FieldValue> fields)");
        var isFirst = true;
        foreach (var field in pairing.Fields)
        {
            if (!isFirst)
                code.Line();

            isFirst = false;
            code.Line(
                "// " + Xml.Line(field.Target == side ? Target(pairing[side], field) : Source(pairing[side], field)));
            code.Assign($"fields[{field.Identifier}] =", $"{Value(field, side, record)};");
        }

        code.Close();
    }

    // What comes from the target has to be such that it can be taken back, where it is.
    private static string Value(BoundField field, SideName side, string record)
    {
        var value = PathCode.FirstValue(record, field.Paths(side));
        if (field.Target != side)
            return field.Forth.IsNothing ? value : $"{field.ForthName}({value})";

        value = OpenCode.Target(field, value);
        return field is { IsTwoWay: true, Back.IsSure: false } ? $"{value}.Provided({field.BackName})" : value;
    }

    private static string Target(BoundSide side, BoundField field)
    {
        var path = field.Paths(field.Target)[0];
        return field.Name + (path.JsonPath == field.Name ? "" : $" ({path.JsonPath} in {side.System})");
    }

    private static string Source(BoundSide side, BoundField field) =>
        string.Join(", else ", field.Paths(field.Source).Select(path => Source(side, path))) + " → "
            + field.Name + OneMember(side, field);

    private static string Source(BoundSide side, BoundPath path) =>
        string.Join(" and ", path.Written)
            + (path.Written.Contains(path.JsonPath) ? "" : $" ({path.JsonPath} in {side.System})")
            + Dependencies(path);

    private static string OneMember(BoundSide side, BoundField field)
    {
        var paths = field.Paths(field.Source);
        return paths.Count == 1 && paths[0].Written.Count > 1 ? $": one member, {PathCode.Leaf(side, paths[0])}" : "";
    }

    private static string Dependencies(BoundPath path) => path.DependsOn.Count == 0
        ? ""
        : ", where " + string.Join(" and ", path.DependsOn.Select(one => $"{one.JsonPath} is {one.Value}"));
}
