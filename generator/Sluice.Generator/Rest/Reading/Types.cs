using Microsoft.CodeAnalysis;

namespace Sluice.Generator.Rest.Reading;

/// <summary>Tells types apart.</summary>
internal static class Types
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly string[] Lists =
        ["IEnumerable", "IReadOnlyCollection", "IReadOnlyList", "ICollection", "IList", "List"];

    /// <summary>A type as generated code writes it.</summary>
    public static string Display(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>Whether a type is the one of a full name, nullable reference or not.</summary>
    public static bool Is(ITypeSymbol type, string name) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == name;

    /// <summary>The type under <c>?</c> of a value type.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>What a list's elements are; null for what is no list.</summary>
    public static ITypeSymbol? Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } named
            when Lists.Contains(named.Name)
                && named.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" => element,
        _ => null,
    };

    /// <summary>Whether a value may stand in an address.</summary>
    public static bool IsPlain(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64
            or SpecialType.System_Decimal
        || Is(type, "System.Guid");

    /// <summary>Whether a value may stand in a query once it has a format.</summary>
    public static bool IsDate(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_DateTime
            || Is(type, "System.DateTimeOffset")
            || Is(type, "System.DateOnly");

    /// <summary>Whether a type is an answer itself, or its unread body.</summary>
    public static bool IsRaw(ITypeSymbol type) =>
        Is(type, "System.Net.Http.HttpResponseMessage")
            || Is(type, "System.Net.Http.HttpContent")
            || Is(type, "System.IO.Stream");

    /// <summary>Whether a body of this declared type is the same in every version of Refit.</summary>
    public static bool IsBody(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || Is(type, "System.Net.Http.HttpContent")
        || Is(type, "System.IO.Stream")
        || IsClosed(type)
        || (type is IArrayTypeSymbol { Rank: 1 } array && IsClosed(array.ElementType));

    private static bool IsClosed(ITypeSymbol type) =>
        type is { IsRecord: true, IsSealed: true } || Is(type, "System.Text.Json.JsonElement");
}
