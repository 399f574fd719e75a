using Microsoft.CodeAnalysis;

namespace Sluice.Generator.Rest.Reading;

/// <summary>Finds attributes of the vocabulary.</summary>
internal static class Attributes
{
    /// <summary>The class name of a method's first verb: <c>GetAttribute</c>; null where it has none.</summary>
    public static string? Verb(IMethodSymbol method) => VerbOf(method)?.AttributeClass?.Name;

    /// <summary>A method's first verb.</summary>
    public static AttributeData? VerbOf(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(one => RestNames.Verbs.Any(verb => Is(one, verb)));

    /// <summary>The attribute of a name, without its namespace and suffix.</summary>
    public static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(one => Is(one, name));

    /// <summary>Whether an attribute is the one of a name.</summary>
    public static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type
        && type.Name == name + "Attribute"
        && type.ContainingNamespace.ToDisplayString() == RestNames.Namespace;

    /// <summary>The constructor's first argument, where it is a text.</summary>
    public static string? Text(AttributeData? attribute) =>
        attribute is { ConstructorArguments.Length: > 0 } ? attribute.ConstructorArguments[0].Value as string : null;

    /// <summary>Where an attribute stands; the symbol, where it stands nowhere.</summary>
    public static Location At(AttributeData attribute, ISymbol otherwise) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? otherwise.Locations[0];
}
