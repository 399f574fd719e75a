using System.Globalization;
using Sluice.Generator.Text;
using Sluice.Specification;
using Sluice.Specification.Binding;
using Sluice.Specification.Documents;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Writes what the documents say, as data. Only here do line numbers stand.</summary>
internal static class DescriptorPart
{
    /// <summary>A constant per field: its place in the descriptor.</summary>
    public static void Ordinals(CodeWriter code, BoundPairing pairing)
    {
        for (var i = 0; i < pairing.Fields.Count; i++)
            code.Line($"private const int {pairing.Fields[i].Identifier} = {Number(i)};");
    }

    /// <summary>The descriptor.</summary>
    public static void Descriptor(CodeWriter code, BoundPairing pairing)
    {
        code.Line("/// <inheritdoc/>");
        code.Line("public override PairingDescriptor Descriptor { get; } = new(");
        code.Indented(
            $"{Code.Literal(pairing.Name)},",
            $"{Code.Literal(pairing.Document)},",
            $"Left: {Side(pairing.Left)},",
            $"Right: {Side(pairing.Right)},");
        List(code, "Rules", pairing.Rules.Select(rule => Rule(rule, pairing)), ",");
        List(code, "Fields", pairing.Fields.Select(field => Field(field, pairing)), ")");
        code.Line("{");
        code.Indented($"Line = {Number(pairing.Line)},", $"Source = Side.{pairing.Source},");
        code.Line("};");
    }

    private static void List(CodeWriter code, string name, IEnumerable<string> items, string end)
    {
        var lines = items.Select(item => $"    {item},").ToArray();
        if (lines.Length == 0)
            code.Indented($"{name}: []{end}");
        else
            code.Indented([$"{name}:", "[", .. lines, "]" + end]);
    }

    private static string Side(BoundSide side) =>
        $"new({Code.Literal(side.System)}, {Code.Literal(side.Entity)}, "
            + $"Creation.{Creation(side)})" + Further(side);

    private static string Further(BoundSide side)
    {
        var members = new[] { Made(side), side.IsOpen ? "IsOpen = true" : null }.OfType<string>().ToList();
        return members.Count == 0 ? "" : $" {{ {string.Join(", ", members)} }}";
    }

    private static string Creation(BoundSide side) => side.Creation?.Kind switch
    {
        null => "Never",
        CreationKind.FreeForm => "Conditional",
        CreationKind.Conditional => "Connected",
        _ => "Always",
    };

    private static string? Made(BoundSide side) => side.Creation switch
    {
        { Condition: { } condition } => $"Condition = {Code.Literal(condition)}",
        { Kind: CreationKind.Conditional, Connections: { Count: > 0 } connections } =>
            $"Connections = [{string.Join(", ", connections.Select(Connection))}]",
        _ => null,
    };

    private static string Connection(BoundConnection connection) =>
        $"new({Code.Literal(connection.Name)}, {Entity(connection.Entity)}, {Texts(connection.Forth)}, "
            + $"{Texts(connection.Back)})";

    private static string Texts(EquatableArray<string> texts) => $"[{string.Join(", ", texts.Select(Code.Literal))}]";

    private static string Rule(BoundRule rule, BoundPairing pairing) =>
        $"new({Code.Literal(rule.LeftText)}, {Code.Literal(rule.RightText)}, Line: {Number(rule.Line)})"
        + (rule.IsReverse ? $" {{ {Reverse(pairing)} }}" : "");

    private static string Field(BoundField field, BoundPairing pairing)
    {
        var extras = new List<string>();
        Add(extras, "Credential", field.IsCredentialOnLeft, field.IsCredentialOnRight);
        Add(extras, "OmitsNulls", pairing.Left.OmitsNulls, pairing.Right.OmitsNulls);
        if (!field.IsTwoWay)
            extras.Add($"OneWay = Side.{field.Target}");
        else if (field.Paths(field.Source).Where(path => !path.IsWritable).ToEquatableArray() is { Count: > 0 } kept)
            extras.Add($"NeverBack = {Texts(kept.Select(path => path.Identity).ToEquatableArray())}");

        if (field.Precision is { } precision)
            extras.Add($"Precision = Precision.{precision}");

        if (field.Paths(field.Target)[0].Leaf.IsSet)
            extras.Add("Order = ListOrder.Set");

        if (field.References is { } references)
            extras.Add($"Reference = new({Entity(references.Left)}, {Entity(references.Right)})");

        if (ConversionText.Of(field) is { } conversion)
            extras.Add($"Conversion = {Code.Raw(conversion)}");

        Add(extras, "Demanded", Demands(SideName.Left), Demands(SideName.Right));
        if (field.IsReverse)
            extras.Add(Reverse(pairing));

        return $"new({Code.Literal(field.Name)}, Canonical.{field.Canonical}, "
            + $"{Paths(field.Left)}, {Paths(field.Right)}, "
            + $"Lines: [{string.Join(", ", field.Lines.Select(Number))}])"
            + (extras.Count == 0 ? "" : $" {{ {string.Join(", ", extras)} }}");

        bool Demands(SideName side) => pairing[side].Creation is not null
            && field.Paths(side).Any(path => path.IsWritable && path.Members[0].IsRequiredOnCreate);
    }

    private static string Entity(ReferenceSchema reference) =>
        $"new({Code.Literal(reference.System)}, {Code.Literal(reference.Entity)})";

    // The two documents of a pairing are named after its systems, each way round.
    private static string Reverse(BoundPairing pairing)
    {
        var forward = $"{pairing.Left.Slug}-{pairing.Right.Slug}.rst";
        var isForward = string.Equals(pairing.Document, forward, StringComparison.OrdinalIgnoreCase);
        return $"Document = {Code.Literal(isForward ? $"{pairing.Right.Slug}-{pairing.Left.Slug}.rst" : forward)}";
    }

    private static void Add(List<string> extras, string name, bool left, bool right)
    {
        var sides = new[] { left ? "Side.Left" : "", right ? "Side.Right" : "" }.Where(side => side.Length > 0);
        if (left || right)
            extras.Add($"{name} = [{string.Join(", ", sides)}]");
    }

    private static string Paths(EquatableArray<BoundPath> paths) =>
        $"[{string.Join(", ", paths.Select(path => Code.Literal(path.JsonPath)))}]";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
