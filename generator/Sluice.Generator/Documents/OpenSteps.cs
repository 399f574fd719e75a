using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents.Emission;
using Sluice.Generator.Documents.Models;

namespace Sluice.Generator.Documents;

/// <summary>From bound pairings to the contracts that documents make.</summary>
internal static class OpenSteps
{
    /// <inheritdoc cref="Steps.JoinContracts"/>
    /// <remarks>
    /// Each contract belongs to the first document that names its entity, and is found through an index, as reverse
    /// documents are: so an edit writes those contracts again whose paths it changes, and no other. What a document
    /// leaves to another one keeps its place, as the outputs of one document are compared by position.
    /// </remarks>
    public static IncrementalValuesProvider<JoinedContract> JoinContracts(
        this IncrementalValuesProvider<BoundDocument> documents)
    {
        var needs = documents.Select(static (document, _) => new DocumentContracts(document.Path, document.Open));
        var index = needs.Collect().Select(static (all, _) => ContractIndex.Of(all));
        return needs
            .Combine(index)
            .Select(static (both, _) => both.Right.Join(both.Left))
            .WithTrackingName(Steps.JoinContracts)
            .SelectMany(static (contracts, _) => contracts.ToImmutableArray())
            .Where(static contract => contract.IsEmitted);
    }

    /// <inheritdoc cref="Steps.EmitContracts"/>
    public static IncrementalValuesProvider<GeneratedFile> EmitContracts(
        this IncrementalValuesProvider<JoinedContract> contracts, IncrementalValueProvider<string> space) =>
        contracts
            .Combine(space)
            .Select(static (both, _) => OpenContractEmitter.Emit(both.Left, both.Right))
            .WithTrackingName(Steps.EmitContracts);
}
