using Microsoft.CodeAnalysis;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>Reads the contracts of referenced assemblies.</summary>
internal static class ReferencedContracts
{
    /// <summary>
    /// The contracts of every assembly that references the contract attributes. Others cannot have any, and walking
    /// them all takes a hundred times as long.
    /// </summary>
    public static IEnumerable<ContractPart> Read(Compilation compilation, CancellationToken token) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Where(KnowsContracts)
            .OrderBy(assembly => assembly.Identity.Name, StringComparer.Ordinal)
            .SelectMany(assembly => Walk(assembly.GlobalNamespace, token));

    private static bool KnowsContracts(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module =>
            module.ReferencedAssemblies.Any(reference => reference.Name == ContractNames.Assembly));

    private static IEnumerable<ContractPart> Walk(INamespaceSymbol space, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        foreach (var member in space.GetMembers())
            if (member is INamespaceSymbol inner)
                foreach (var part in Walk(inner, token))
                    yield return part;
            else if (member is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type
                && type.GetAttributes().Any(one => ContractNames.Of(one) == ContractNames.Entity))
                yield return ContractReader.Read(type, token);
    }
}
