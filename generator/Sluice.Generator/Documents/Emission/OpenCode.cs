using Sluice.Generator.Text;
using Sluice.Specification.Binding;
using Sluice.Specification.DataTypes;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Paths of open contracts as C#. Their members are values already.</summary>
internal static class OpenCode
{
    /// <summary>The value of a path.</summary>
    public static string Value(string record, BoundPath path) => path.DependsOn.Count == 0
        ? Member(record, path)
        : $"OpenPath.Get({record}.Node, {Code.Literal(path.JsonPath)}, {Where(path)})";

    /// <summary>
    /// What a field's target holds, in the representation that its data type names: only that is compared.
    /// </summary>
    public static string Target(BoundField field, string value) =>
        field.Paths(field.Target)[0].IsOpen && field.Forth.Expression is FunctionCall { Arguments.Count: 1 } cast
        && Cast(cast.Function) is { } name
            ? $"Cast.{name}({value})"
            : value;

    /// <summary>Puts a value where a path ends.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="record">The record's variable.</param>
    /// <param name="value">The value's variable.</param>
    /// <param name="path">The path.</param>
    /// <param name="keepsKind">Whether it goes there in the kind of what it replaces.</param>
    public static void Write(CodeWriter code, string record, string value, BoundPath path, bool keepsKind)
    {
        var written = keepsKind ? $"Fit.Like({value}, {Value(record, path)})" : value;
        if (path.DependsOn.Count == 0)
        {
            code.Line($"{record} = {record} with {{ {Code.Identifier(path.Leaf.Name)} = {written} }};");
        }
        else
        {
            code.Line($"{record} = {record} with");
            code.Line("{");
            code.Indented(
                "Node = OpenPath.With(",
                $"    {record}.Node, {Code.Literal(path.JsonPath)},",
                $"    {written},",
                $"    {Where(path)}),");
            code.Line("};");
        }

        foreach (var touched in path.DependsOn.Select(one => one.JsonPath).Prepend(path.JsonPath).Distinct())
            code.Line($"change.Touch({Code.Literal(touched)});");
    }

    private static string Member(string record, BoundPath path) => $"{record}.{Code.Identifier(path.Leaf.Name)}";

    private static string Where(BoundPath path) => string.Join(
        ", ", path.DependsOn.Select(one => $"({Code.Literal(one.JsonPath)}, {Code.Literal(one.Value)})"));

    private static string? Cast(string function) => function switch
    {
        "string" => "String",
        "integer" => "Integer",
        "decimal" => "Decimal",
        "float" => "Float",
        "boolean" => "Boolean",
        _ => null,
    };
}
