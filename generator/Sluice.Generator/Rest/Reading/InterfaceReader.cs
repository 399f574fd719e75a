using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Generator.Rest.Models;
using Sluice.Generator.Text;
using Sluice.Specification;

namespace Sluice.Generator.Rest.Reading;

/// <summary>Reads an interface into plain data.</summary>
internal static class InterfaceReader
{
    /// <summary>Whether a node with a verb can belong to a REST interface.</summary>
    public static bool CanRead(SyntaxNode node) =>
        node is MethodDeclarationSyntax { Parent: InterfaceDeclarationSyntax };

    /// <summary>The interface of a method with a verb; null where an earlier method speaks for it.</summary>
    public static RestInterface? Read(GeneratorAttributeSyntaxContext attributed, CancellationToken token)
    {
        var type = attributed.TargetSymbol.ContainingType;
        var methods = type.GetMembers().OfType<IMethodSymbol>().ToArray();
        var first = methods.FirstOrDefault(method => Attributes.Verb(method) is not null);
        if (!SymbolEqualityComparer.Default.Equals(first, attributed.TargetSymbol))
            return null;

        // A method with two verbs is found under each; the first one speaks.
        if (Attributes.Verb(methods.First(method => Attributes.Verb(method) is not null))
            != attributed.Attributes[0].AttributeClass!.Name)
            return null;

        var problems = new ProblemList();
        Check(type, problems);
        var headers = HeaderReader.Read(type.GetAttributes());
        var read = methods
            .Select(method => MethodReader.Read(method, headers, problems, token))
            .Where(method => method is not null)
            .Select(method => method!)
            .ToEquatableArray();
        var space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        return new(space, type.Name, read, problems.ToArray());
    }

    private static void Check(INamedTypeSymbol type, ProblemList problems)
    {
        var declaration = (InterfaceDeclarationSyntax)type.DeclaringSyntaxReferences[0].GetSyntax();
        var at = declaration.Identifier.GetLocation();
        if (type.DeclaredAccessibility != Accessibility.Internal || type.IsFileLocal)
            problems.Add(at, $"'{type.Name}' must be internal: the types it returns are");

        if (type.ContainingType is not null)
            problems.Add(at, $"'{type.Name}' is nested; declare it in a namespace");

        if (type.IsGenericType)
            problems.Add(at, $"'{type.Name}' is generic; write one interface per type");

        if (type.Interfaces.Length > 0)
            problems.Add(at, $"'{type.Name}' inherits from '{type.Interfaces[0].Name}'; repeat its methods here");

        foreach (var member in type.GetMembers().Where(member => member is IPropertySymbol or IEventSymbol))
            problems.Add(
                member.Locations[0],
                $"'{type.Name}.{member.Name}' is no method; a REST interface holds methods only");

        foreach (var overloads in type.GetMembers().OfType<IMethodSymbol>().GroupBy(method => method.Name)
            .Where(group => group.Count() > 1))
            problems.Add(
                overloads.Last().Locations[0],
                $"'{type.Name}.{overloads.Key}' is overloaded; give each call its own name");
    }
}
