using Microsoft.CodeAnalysis;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>The names that contracts are written in.</summary>
internal static class ContractNames
{
    /// <summary>The assembly of the contract attributes.</summary>
    public const string Assembly = "Sluice.Abstractions";

    /// <summary>The attribute that makes a type a contract.</summary>
    public const string Entity = "Sluice.EntityAttribute";

    /// <summary>The attribute that names a member as the system does.</summary>
    public const string JsonName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";

    private static readonly SymbolDisplayFormat Full =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>A type's full name, without <c>global::</c> and without <c>?</c>.</summary>
    public static string Of(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(Full);

    /// <summary>The full name of an attribute's class.</summary>
    public static string? Of(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString(Full);
}
