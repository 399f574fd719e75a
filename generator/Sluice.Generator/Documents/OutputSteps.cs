using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents.Emission;
using Sluice.Generator.Documents.Models;

namespace Sluice.Generator.Documents;

/// <summary>From bound pairings to files and diagnostics.</summary>
internal static class OutputSteps
{
    /// <inheritdoc cref="Steps.ReadNamespace"/>
    public static IncrementalValueProvider<string> ReadNamespace(
        this IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) =>
                options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var space) && space.Length > 0
                    ? space
                    : "Flows")
            .WithTrackingName(Steps.ReadNamespace);

    /// <inheritdoc cref="Steps.Emit"/>
    public static IncrementalValuesProvider<GeneratedFile> Emit(
        this IncrementalValuesProvider<NamedDocument> documents, IncrementalValueProvider<string> space) =>
        documents
            .SelectMany(static (document, _) => document.Pairings.ToImmutableArray())
            .Combine(space)
            .Select(static (both, _) => PairingEmitter.Emit(both.Left.Pairing, both.Right, both.Left.Mark))
            .WithTrackingName(Steps.Emit);

    /// <inheritdoc cref="Steps.EmitCatalogue"/>
    public static IncrementalValuesProvider<GeneratedFile> EmitCatalogue(
        this IncrementalValuesProvider<NamedDocument> documents,
        IncrementalValueProvider<ContractModel> contracts,
        IncrementalValueProvider<string> space)
    {
        var names = documents
            .Select(static (document, _) => CatalogueEntries.Of(document))
            .Collect()
            .Select(static (all, _) => CatalogueModel.Of(all));
        var hooks = contracts.Select(static (model, _) => model.Hooks);
        return names
            .Combine(hooks)
            .Combine(space)
            .SelectMany(static (all, _) => CatalogueEmitter.Emit(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(Steps.EmitCatalogue);
    }

    /// <inheritdoc cref="Steps.EmitSchema"/>
    public static IncrementalValuesProvider<GeneratedFile> EmitSchema(
        this IncrementalValueProvider<ContractModel> contracts, IncrementalValueProvider<string> space) =>
        contracts
            .Select(static (model, _) => model.Own)
            .Combine(space)
            .SelectMany(static (both, _) => SchemaEmitter.Emit(both.Left, both.Right))
            .WithTrackingName(Steps.EmitSchema);

    /// <inheritdoc cref="Steps.ReportProblems"/>
    /// <remarks>
    /// One item per document, as each item is an output of its own, and thousands of outputs take seconds.
    /// </remarks>
    public static IncrementalValuesProvider<DocumentProblems> ReportProblems(
        this IncrementalValuesProvider<NamedDocument> documents) =>
        documents
            .Select(static (document, _) => new DocumentProblems(document.Path, document.Problems))
            .WithTrackingName(Steps.ReportProblems);
}
