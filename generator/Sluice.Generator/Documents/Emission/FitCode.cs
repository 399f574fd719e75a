using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Emission;

/// <summary>What brings values into the form of members, and out of it.</summary>
internal static class FitCode
{
    /// <summary>A value as a member can hold it.</summary>
    public static string Fit(MemberType type, string value) => type.Kind switch
    {
        ValueKind.List => $"Fit.List({value}, static one => {Fit(type.Element!, "one")})",
        ValueKind.Integer when type.TypeName != "long" =>
            $"Fit.Integer({value}, {type.TypeName}.MinValue, {type.TypeName}.MaxValue)",
        ValueKind.Float when type.TypeName == "float" => $"Fit.Single({value})",
        _ => $"Fit.{type.Kind}({value})",
    };

    /// <summary>What a member holds, of a value that fits it.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">The value.</param>
    public static string Held(MemberSchema member, string value) => member.Type.Kind == ValueKind.Any ? value
        : member.Type.Kind == ValueKind.List
        ? $"Lists.Held({value}) is {{ }} items ? "
            + $"[.. items.Select(static item => {Required(member.Type.Element!, "item")})] : "
            + (member.IsNullable ? "null" : "[]")
        : member.IsNullable ? Optional(member.Type, value)
        : Required(member.Type, value);

    private static string Optional(MemberType type, string value) => type switch
    {
        { Kind: ValueKind.Integer, TypeName: not "long" } => $"({type.TypeName}?){value}.Integer",
        { Kind: ValueKind.Float, TypeName: "float" } => $"(float?){value}.Float",
        { Kind: ValueKind.Instant, TypeName: "System.DateTime" } => $"{value}.Instant?.UtcDateTime",
        _ => $"{value}.{type.Kind}",
    };

    private static string Required(MemberType type, string value) => type switch
    {
        { Kind: ValueKind.Text } => $"{value}.Text ?? \"\"",
        { Kind: ValueKind.Integer, TypeName: not "long" } => $"({type.TypeName}){value}.Integer.GetValueOrDefault()",
        { Kind: ValueKind.Float, TypeName: "float" } => $"(float){value}.Float.GetValueOrDefault()",
        { Kind: ValueKind.Instant, TypeName: "System.DateTime" } => $"{value}.Instant.GetValueOrDefault().UtcDateTime",
        _ => $"{value}.{type.Kind}.GetValueOrDefault()",
    };
}
