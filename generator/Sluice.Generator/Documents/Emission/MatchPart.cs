using System.Globalization;
using Sluice.Generator.Text;
using Sluice.Specification;
using Sluice.Specification.Binding;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Writes how records find each other.</summary>
internal static class MatchPart
{
    /// <summary>The merge table, as a condition.</summary>
    public static void IsMatch(CodeWriter code, BoundPairing pairing)
    {
        code.Line($"/// <summary>{Summary(pairing)}</summary>");
        code.Line(
            $"public override bool IsMatch({pairing.Left.Alias} left, {pairing.Right.Alias} right) "
                + $"=>{(pairing.Rules.Count == 0 ? " false;" : "")}");
        for (var i = 0; i < pairing.Rules.Count; i++)
        {
            var rule = pairing.Rules[i];
            var end = i == pairing.Rules.Count - 1 ? ";" : "";
            code.Indented($"{(i > 0 ? "|| " : "")}{rule.LeftKey}(left).Agrees({rule.RightKey}(right)){end}");
        }
    }

    /// <summary>The keys of both sides, by rule.</summary>
    public static void Keys(CodeWriter code, BoundPairing pairing)
    {
        Key(code, pairing, SideName.Left, rule => rule.LeftKey);
        code.Line();
        Key(code, pairing, SideName.Right, rule => rule.RightKey);
    }

    /// <summary>A function per rule and side.</summary>
    public static void KeyFunctions(CodeWriter code, BoundPairing pairing)
    {
        for (var i = 0; i < pairing.Rules.Count; i++)
        {
            var rule = pairing.Rules[i];
            if (i > 0)
                code.Line();

            KeyFunction(code, rule.LeftKey, rule.Left, rule, pairing.Left.Alias, "left");
            code.Line();
            KeyFunction(code, rule.RightKey, rule.Right, rule, pairing.Right.Alias, "right");
        }
    }

    private static string Summary(BoundPairing pairing) => pairing.Rules.Count switch
    {
        0 when PairingProse.Creates(pairing) =>
            "Always false: the document gives no rule, so only a creation or a person links these two.",
        0 => "Always false: the document gives no rule, so only a person links these two.",
        1 => "Decides whether two records are the same thing, by the one rule of the document.",
        _ => "Decides whether two records are the same thing: one rule is enough.",
    };

    private static void Key(CodeWriter code, BoundPairing pairing, SideName side, Func<BoundRule, string> key)
    {
        var name = side == SideName.Left ? "left" : "right";
        var head = $"protected override MatchKey {side}Key(int rule, {pairing[side].Alias} {name}) =>";
        code.Line("/// <inheritdoc/>");
        if (pairing.Rules.Count == 0)
        {
            code.Line(head + " MatchKey.None;");
            return;
        }

        code.Open(head + " rule switch");
        for (var i = 0; i < pairing.Rules.Count; i++)
            code.Line($"{i.ToString(CultureInfo.InvariantCulture)} => {key(pairing.Rules[i])}({name}),");

        code.Line("_ => MatchKey.None,");
        code.Close(";");
    }

    private static void KeyFunction(
        CodeWriter code, string name, EquatableArray<BoundPath> paths, BoundRule rule, string alias, string record)
    {
        var written = string.Join(", else ", paths.Select(path => Xml.Code(path.JsonPath)));
        var guards = paths.Where(path => path.Guard.Count > 0)
            .Select(path => Xml.Code(string.Join(".", path.Guard.Select(member => member.JsonName))) + " is true")
            .Concat(paths.SelectMany(path => path.DependsOn)
                .Select(one => $"{Xml.Code(one.JsonPath)} is {Xml.Code(one.Value)}"));
        var condition = string.Join(" and ", guards.Distinct());
        code.Line(
            $"/// <summary>{written}, in canonical "
                + $"form{(paths.Any(path => path.IsList) ? "; of several, one that both have is enough" : "")}"
                + $"{(condition.Length > 0 ? $"; nothing to compare unless {condition}" : "")}.</summary>");
        var keys = paths.Select(path => Key(path, rule, record)).ToArray();
        if (keys.Length == 1)
        {
            var head = $"private static MatchKey {name}({alias} {record}) =>";
            if (paths[0] is { Guard.Count: 0, DependsOn.Count: 0, List: < 0 })
                code.Line($"{head} {keys[0]};");
            else
            {
                code.Line(head);
                code.Indented($"{keys[0]};");
            }

            return;
        }

        code.Line($"private static MatchKey {name}({alias} {record}) =>");
        code.Indented(Parenthesized(keys[0], paths[0]));
        for (var i = 1; i < keys.Length; i++)
            code.Indented($"    .Or({keys[i]}){(i == keys.Length - 1 ? ";" : "")}");
    }

    private static string Parenthesized(string key, BoundPath path) =>
        path.Guard.Count > 0 && IsOneText(path) ? $"({key})" : key;

    private static string Key(BoundPath path, BoundRule rule, string record)
    {
        if (!IsOneText(path))
            return $"MatchKey.Of(Canonical.{rule.Canonical}, {PathCode.Compared(record, path)})";

        var kind = rule.Canonical == CanonicalKind.Text ? "Exact" : rule.Canonical.ToString();
        var key = $"MatchKey.{kind}({PathCode.Read(record, path.Members)})";
        return path.Guard.Count > 0 ? $"{PathCode.Read(record, path.Guard)} == true ? {key} : MatchKey.None" : key;
    }

    private static bool IsOneText(BoundPath path) =>
        path is { List: < 0, DependsOn.Count: 0, Leaf.Type.Kind: ValueKind.Text };
}
