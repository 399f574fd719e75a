using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>Reads the hooks that somebody has written.</summary>
internal static class HookReader
{
    private static readonly string[] Prefixes = ["Creating", "InScope", "When"];

    /// <summary>Whether a node is a partial method with a body whose name says that it is a hook.</summary>
    public static bool IsHook(SyntaxNode node) =>
        node is MethodDeclarationSyntax { Parent: ClassDeclarationSyntax, ParameterList.Parameters.Count: 1 } method
        && (method.Body is not null || method.ExpressionBody is not null)
        && method.Modifiers.Any(SyntaxKind.PartialKeyword)
        && Prefixes.Any(prefix => method.Identifier.ValueText.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The hook.</summary>
    public static FoundHook? Read(GeneratorSyntaxContext hook, CancellationToken token) =>
        hook.SemanticModel.GetDeclaredSymbol((MethodDeclarationSyntax)hook.Node, token)
            is { Parameters: [var parameter] } method
            ? new(ContractNames.Of(method.ContainingType), new(method.Name, ContractNames.Of(parameter.Type)))
            : null;
}
