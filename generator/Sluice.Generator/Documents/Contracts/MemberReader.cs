using Microsoft.CodeAnalysis;
using Sluice.Specification;
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

    /// <summary>What C# demands in an initializer of a type, and of its base types.</summary>
    public static EquatableArray<RequiredMember> Required(INamedTypeSymbol type)
    {
        var required = new List<RequiredMember>();
        for (var one = type; one is { SpecialType: SpecialType.None }; one = one.BaseType)
            foreach (var property in one.GetMembers().OfType<IPropertySymbol>().Where(member => member.IsRequired))
                required.Add(new(property.Name, Blank(property.Type)));

        return required.ToEquatableArray();
    }

    // A text is blank rather than null, as a key that is not there yet.
    private static string Blank(ITypeSymbol type) =>
        IsNullable(type) ? "null"
        : type.SpecialType == SpecialType.System_String ? "\"\""
        : type.IsValueType ? "default"
        : ValueTypes.Of(type).Kind == ValueKind.List ? "[]"
        : "null!";

    private static MemberSchema Read(IPropertySymbol property, string jsonName) =>
        new(jsonName, property.Name, ValueTypes.Of(property.Type), IsNullable(property.Type))
        {
            IsRequiredInCode = property.IsRequired,
            IsKey = Has(property, "Key"),
            IsParentKey = Has(property, "ParentKey"),
            IsReadOnly = Has(property, "ReadOnly"),
            IsFixed = property.SetMethod is not { DeclaredAccessibility: Accessibility.Public }
                || !(property.ContainingType.IsRecord || property.ContainingType.IsValueType),
            MadeWith = ValueTypes.Object(property.Type) is { } inner ? Required(inner) : default,
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
