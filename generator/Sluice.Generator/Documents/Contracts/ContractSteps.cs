using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents.Models;
using Sluice.Specification;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>From symbols to plain data.</summary>
internal static class ContractSteps
{
    /// <inheritdoc cref="Steps.ReadSchema"/>
    public static IncrementalValueProvider<ContractModel> ReadSchema(
        this IncrementalGeneratorInitializationContext context)
    {
        var own = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ContractNames.Entity,
                static (_, _) => true,
                static (attributed, token) => ContractReader.Read((INamedTypeSymbol)attributed.TargetSymbol, token))
            .Collect();
        var hooks = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => HookReader.IsHook(node), static (hook, token) => HookReader.Read(hook, token))
            .Where(static hook => hook is not null)
            .Select(static (hook, _) => hook!)
            .Collect();
        return own
            .Combine(hooks)
            .Combine(context.CompilationProvider)
            .Select(static (all, token) =>
            {
                var referenced = ReferencedContracts.Read(all.Right, token);
                return new ContractModel(
                    SchemaAssembler.Schema(all.Left.Left.AddRange(referenced)),
                    SchemaAssembler.Schema(all.Left.Left),
                    SchemaAssembler.Hooks(all.Left.Right));
            })
            .WithTrackingName(Steps.ReadSchema);
    }
}
