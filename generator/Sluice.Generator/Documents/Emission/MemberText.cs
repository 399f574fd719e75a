using Sluice.Generator.Text;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Emission;

/// <summary>A contract's member as one line of C#.</summary>
internal static class MemberText
{
    /// <summary>The line: name, type, and only those marks that are set.</summary>
    public static string Of(MemberSchema member)
    {
        var marks = Flags(member).Concat(Texts(member)).ToArray();
        return $"new({Code.Literal(member.JsonName)}, {Code.Literal(member.Name)}, {Value(member.Type)})"
            + (marks.Length == 0 ? "" : $" {{ {string.Join(", ", marks)} }}");
    }

    private static string Value(MemberType type) =>
        $"new(ContractKind.{type.Kind}, "
            + $"{Code.Literal(type.TypeName)}{(type.Element is { } element ? ", " + Value(element) : "")})";

    private static IEnumerable<string> Flags(MemberSchema member) =>
        new (string Name, bool IsSet)[]
        {
            (nameof(member.IsNullable), member.IsNullable),
            (nameof(member.IsRequiredInCode), member.IsRequiredInCode),
            (nameof(member.IsKey), member.IsKey),
            (nameof(member.IsParentKey), member.IsParentKey),
            (nameof(member.IsReadOnly), member.IsReadOnly),
            (nameof(member.IsFixed), member.IsFixed),
            (nameof(member.IsRequiredOnCreate), member.IsRequiredOnCreate),
            (nameof(member.IsOptionalOnCreate), member.IsOptionalOnCreate),
            (nameof(member.IsRequiredOnUpdate), member.IsRequiredOnUpdate),
            (nameof(member.IsModified), member.IsModified),
            (nameof(member.IsCredential), member.IsCredential),
            (nameof(member.IsSet), member.IsSet),
        }
        .Where(flag => flag.IsSet)
        .Select(flag => flag.Name + " = true");

    private static IEnumerable<string> Texts(MemberSchema member)
    {
        if (member.KeyedBy is { } keyedBy)
            yield return $"KeyedBy = {Code.Literal(keyedBy)}";

        if (member.MatchesWhen is { } matchesWhen)
            yield return $"MatchesWhen = {Code.Literal(matchesWhen)}";

        if (member.Canonical is { } canonical)
            yield return $"Canonical = Canonical.{canonical}";

        if (member.Reference is { } reference)
            yield return $"Reference = new({Code.Literal(reference.System)}, {Code.Literal(reference.Entity)})";
    }
}
