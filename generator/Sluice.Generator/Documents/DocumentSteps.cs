using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents.Models;
using Sluice.Specification;
using Sluice.Specification.Binding;
using Sluice.Specification.Reading;

namespace Sluice.Generator.Documents;

/// <summary>From files to bound pairings.</summary>
internal static class DocumentSteps
{
    private const string Extension = ".rst";

    /// <inheritdoc cref="Steps.SelectDocuments"/>
    public static IncrementalValuesProvider<SourceDocument> SelectDocuments(
        this IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            .Select(static (file, token) => new SourceDocument(file.Path, file.GetText(token)?.ToString() ?? ""))
            .WithTrackingName(Steps.SelectDocuments);

    /// <inheritdoc cref="Steps.ParseDocument"/>
    public static IncrementalValuesProvider<ParsedDocument> ParseDocument(
        this IncrementalValuesProvider<SourceDocument> documents) =>
        documents
            .Select(static (document, _) =>
                new ParsedDocument(document.Path, DocumentReader.Read(document.Path, document.Text)))
            .WithTrackingName(Steps.ParseDocument);

    /// <inheritdoc cref="Steps.JoinReverse"/>
    /// <remarks>
    /// Through an index, not through a list of all: a list's items would be compared by position, so that one added
    /// document would run all behind it again.
    /// </remarks>
    public static IncrementalValuesProvider<JoinedDocument> JoinReverse(
        this IncrementalValuesProvider<ParsedDocument> documents)
    {
        var index = documents
            .Select(static (document, _) => new PlacedDocument(document.Path, document.Reading.Document))
            .Collect()
            .Select(static (all, _) => DocumentIndex.Of(all));
        return documents
            .Combine(index)
            .Select(static (both, _) => Join(both.Left, both.Right))
            .WithTrackingName(Steps.JoinReverse);
    }

    /// <inheritdoc cref="Steps.BindPairings"/>
    public static IncrementalValuesProvider<BoundDocument> BindPairings(
        this IncrementalValuesProvider<JoinedDocument> documents, IncrementalValueProvider<ContractModel> contracts) =>
        documents
            .Combine(contracts)
            .Select(static (both, _) => Bind(both.Left, both.Right))
            .WithTrackingName(Steps.BindPairings);

    /// <inheritdoc cref="Steps.JoinNames"/>
    /// <remarks>Through an index, as reverse documents are found.</remarks>
    public static IncrementalValuesProvider<NamedDocument> JoinNames(
        this IncrementalValuesProvider<BoundDocument> documents)
    {
        var index = documents
            .Select(static (document, _) => NameIndex.ClaimsOf(document.Path, document.Pairings))
            .Collect()
            .Select(static (all, _) => NameIndex.Of(all.SelectMany(claims => claims)));
        return documents
            .Combine(index)
            .Select(static (both, _) => NamedDocument.Of(both.Left, both.Right))
            .WithTrackingName(Steps.JoinNames);
    }

    // A file that a project lists twice counts once. An editor's driver may also show one twice for a run, after it saw
    // another one edited and a third one added at once; with two files of one name, that run would write nothing.
    private static JoinedDocument Join(ParsedDocument parsed, DocumentIndex index)
    {
        var document = parsed.Reading.Document;
        return index.IsAgain(parsed.Path, document)
            ? new(parsed.Path, new(document with { Flows = default }, default), Reverse: null)
            : new(parsed.Path, parsed.Reading, index.Reverse(parsed.Path, document));
    }

    private static BoundDocument Bind(JoinedDocument joined, ContractModel contracts)
    {
        var result = Binder.Bind(joined.Reading.Document, joined.Reverse, contracts.Schema, contracts.Hooks);
        return new(joined.Path, result.Pairings, result.Open, joined.Reading.ProblemsWith(result));
    }
}
