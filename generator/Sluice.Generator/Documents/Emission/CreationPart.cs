using Sluice.Generator.Text;
using Sluice.Specification.Binding;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Writes how records are made.</summary>
internal static class CreationPart
{
    /// <summary>What a system demands of a new record and no row supplies.</summary>
    public static void Demands(CodeWriter code, BoundPairing pairing) => Each(code, pairing, Demand);

    /// <summary>How a record is made for one of the other side.</summary>
    public static void Creations(CodeWriter code, BoundPairing pairing) => Each(code, pairing, Create);

    /// <summary>The hooks that decide and fill.</summary>
    public static void Hooks(CodeWriter code, BoundPairing pairing) => Each(code, pairing, Hook);

    private static void Each(CodeWriter code, BoundPairing pairing, Action<CodeWriter, Made> part)
    {
        foreach (var side in new[] { SideName.Left, SideName.Right })
        {
            if (pairing[side].Creation is not { } creation)
                continue;

            var inner = code.Inner();
            part(inner, new(side, pairing[side], pairing[side.Other()], creation, pairing));
            if (inner.IsEmpty)
                continue;

            if (!code.IsEmpty)
                code.Line();

            code.Append(inner);
        }
    }

    private static void Demand(CodeWriter code, Made made)
    {
        if (!made.HasCreating)
            return;

        code.Line(
            $"/// <summary>What {Xml.Text(made.Target.System)} demands of a new record of "
                + $"{Xml.Text(made.Target.Entity)} and no row of the document supplies.</summary>");
        code.Open($"public readonly record struct {made.Struct}");
        var usings = Usings.Of(made.Pairing);
        var first = true;
        foreach (var member in made.Given)
        {
            if (!first)
                code.Line();

            first = false;
            var type = usings.Shorten(member.Type.TypeName);
            var declared = member.IsRequiredOnCreate ? $"required {type}" : $"{type}?";
            var demanded = member.IsRequiredOnCreate ? "" : ", which is not demanded";
            code.Line($"/// <summary>{Xml.Code(member.JsonName)}{demanded}.</summary>");
            code.Line($"public {declared} {Code.Identifier(member.Name)} {{ get; init; }}");
        }

        code.Close();
    }

    private static void Create(CodeWriter code, Made made)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override Draft Create{made.Side}({made.Source.Alias} {made.Parameter}) =>");
        Fill(code.Deeper(), made);
        if (made.Creation.ConditionHook is not { } hook)
            return;

        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line(
            $"protected override bool Wants{made.Side}({made.Source.Alias} {made.Parameter}) => "
                + $"{hook}({made.Parameter});");
    }

    private static void Fill(CodeWriter code, Made made)
    {
        if (!made.HasCreating)
        {
            code.Line($"Draft.Ready(new {made.Target.Alias}{Initializer([.. Blanks(made, [])])});");
            return;
        }

        var given = made.Given.Select(member => member.Name).ToList();
        var initializer = Initializer(
            [.. given.Select(Code.Identifier).Select(name => $"{name} = given.{name}"), .. Blanks(made, given)]);
        var missing = string.Join(", ", made.Creation.Missing.Select(member => Code.Literal(member.JsonName)));
        code.Line($"Creating({made.Parameter}) is {{ }} given");
        code.Indented($"? Draft.Ready(new {made.Target.Alias}{initializer})", $": Draft.Waits({missing});");
    }

    private static string Initializer(string[] members) =>
        members.Length == 0 ? "()" : $" {{ {string.Join(", ", members)} }}";

    private static IEnumerable<string> Blanks(Made made, List<string> given) => made.Creation.MadeWith
        .Where(one => !given.Contains(one.Name)).Select(one => $"{Code.Identifier(one.Name)} = {one.Blank}");

    private static void Hook(CodeWriter code, Made made)
    {
        if (made.Creation.ConditionHook is { } condition)
        {
            code.Line($"/// <summary>Whether this holds: {Xml.Text(made.Creation.Condition ?? "")}.</summary>");
            Declare(
                code, made.Creation.HasConditionHook, $"bool {condition}({made.Source.Alias} {made.Parameter})",
                "false");
        }

        if (!made.HasCreating)
            return;

        if (made.Creation.ConditionHook is not null)
            code.Line();

        var names = string.Join(", ", made.Creation.Missing.Select(member => member.JsonName));
        code.Line(made.Creation.HasCreatingHook
            ? $"/// <summary>Fills a new record of {Xml.Text(made.Target.Entity)}. Null lets it wait: \"nothing "
                + $"supplies {Xml.Text(names)}\".</summary>"
            : $"/// <summary>Nobody has written this hook, so every new record of {Xml.Text(made.Target.Entity)} "
                + $"waits: \"nothing supplies {Xml.Text(names)}\".</summary>");
        Declare(
            code, made.Creation.HasCreatingHook, $"{made.Struct}? Creating({made.Source.Alias} {made.Parameter})",
            "null");
    }

    private static void Declare(CodeWriter code, bool isWritten, string signature, string otherwise) =>
        code.Line(isWritten ? $"private static partial {signature};" : $"private static {signature} => {otherwise};");

    private sealed record Made(
        SideName Side, BoundSide Target, BoundSide Source, BoundCreation Creation, BoundPairing Pairing)
    {
        public string Struct => "New" + Target.Alias;

        public string Parameter => Side == SideName.Left ? "right" : "left";

        public IEnumerable<MemberSchema> Given => Creation.Missing.Concat(Creation.Optional);

        public bool HasCreating => Creation.Missing.Count > 0 || Creation.HasCreatingHook;
    }
}
