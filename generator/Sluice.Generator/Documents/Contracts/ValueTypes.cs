using Microsoft.CodeAnalysis;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>Puts C# types into the words of documents.</summary>
internal static class ValueTypes
{
    /// <summary>What a member of a type holds.</summary>
    public static MemberType Of(ITypeSymbol type)
    {
        var value = Underlying(type);
        return Element(value) is { } element
            ? new(ValueKind.List, ContractNames.Of(value), Of(element))
            : new(Kind(value), ContractNames.Of(value));
    }

    /// <summary>The object type inside a member's type, or inside its list; null where there is none.</summary>
    public static INamedTypeSymbol? Object(ITypeSymbol type)
    {
        var value = Underlying(type);
        return Element(value) is { } element ? Object(element) : IsObject(value) ? (INamedTypeSymbol)value : null;
    }

    private static ValueKind Kind(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ValueKind.Text,
        SpecialType.System_Boolean => ValueKind.Boolean,
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 => ValueKind.Integer,
        SpecialType.System_Single or SpecialType.System_Double => ValueKind.Float,
        SpecialType.System_Decimal => ValueKind.Decimal,
        SpecialType.System_DateTime => ValueKind.Instant,
        _ => ContractNames.Of(type) switch
        {
            "System.Guid" => ValueKind.Guid,
            "System.DateOnly" => ValueKind.Date,
            "System.DateTimeOffset" => ValueKind.Instant,
            _ => IsObject(type) ? ValueKind.Object : ValueKind.Other,
        },
    };

    // Members with JSON names make an object; anything else is opaque to documents.
    private static bool IsObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } named
        && named.GetMembers().OfType<IPropertySymbol>().Any(property => MemberReader.JsonName(property) is not null);

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static ITypeSymbol? Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } list when IsList(list) => element,
        _ => null,
    };

    // What a collection expression makes. A list that is a struct may be one that was never made, and throws when read.
    private static bool IsList(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType is
            SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_ICollection_T
            or SpecialType.System_Collections_Generic_IList_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
            or SpecialType.System_Collections_Generic_IReadOnlyList_T
        || (type is { TypeKind: TypeKind.Class, IsAbstract: false }
            && type.InstanceConstructors.Any(one =>
                one is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public })
            && type.GetMembers("Add").Length > 0
            && type.AllInterfaces.Any(one =>
                one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T));
}
