using Microsoft.CodeAnalysis;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>Reads the members of a contract's type.</summary>
internal static class MemberReader
{
    /// <summary>The members with a JSON name, those of base types first.</summary>
    public static List<(MemberSchema Schema, ITypeSymbol Type)> Read(INamedTypeSymbol type)
    {
        var members = type.BaseType is { SpecialType: SpecialType.None } parent ? Read(parent) : [];
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            if (JsonName(property) is { } name)
                members.Add((Read(property, name), property.Type));

        return members;
    }

    /// <summary>A property's name in JSON; null where it is not part of the contract.</summary>
    public static string? JsonName(IPropertySymbol property) =>
        Find(property, ContractNames.JsonName) is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    private static MemberSchema Read(IPropertySymbol property, string jsonName) =>
        new(jsonName, property.Name, ValueTypes.Of(property.Type), IsNullable(property.Type))
        {
            IsRequiredInCode = property.IsRequired,
            IsKey = Has(property, "Key"),
            IsParentKey = Has(property, "ParentKey"),
            IsReadOnly = Has(property, "ReadOnly"),
            IsRequiredOnCreate = Has(property, "RequiredOnCreate"),
            IsOptionalOnCreate = Has(property, "OptionalOnCreate"),
            IsRequiredOnUpdate = Has(property, "RequiredOnUpdate"),
            IsModified = Has(property, "Modified"),
            IsCredential = Has(property, "Credential"),
            IsSet = Has(property, "Set"),
            KeyedBy = Text(property, "KeyedBy"),
            MatchesWhen = Text(property, "MatchesWhen"),
            Canonical = Find(property, "Canonical") is { ConstructorArguments: [{ Value: int kind }] }
                ? (CanonicalKind)kind
                : null,
            Reference = Find(property, "Reference")
                is { ConstructorArguments: [{ Value: string system }, { Value: string entity }] }
                ? new(system, entity)
                : null,
        };

    private static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated
        || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool Has(IPropertySymbol property, string name) => Find(property, name) is not null;

    private static string? Text(IPropertySymbol property, string name) =>
        Find(property, name) is { ConstructorArguments: [{ Value: string text }] } ? text : null;

    private static AttributeData? Find(IPropertySymbol property, string name)
    {
        var full = name.IndexOf('.') < 0 ? $"Sluice.{name}Attribute" : name;
        return property.GetAttributes().FirstOrDefault(one => ContractNames.Of(one) == full);
    }
}
