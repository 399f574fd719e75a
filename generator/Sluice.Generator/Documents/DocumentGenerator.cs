using Microsoft.CodeAnalysis;
using Sluice.Generator.Documents.Contracts;
using Sluice.Generator.Documents.Emission;
using Sluice.Generator.Documents.Models;

namespace Sluice.Generator.Documents;

/// <summary>
/// Writes the pairings that dataflow documents describe, and the schema of the contracts a project declares.
/// </summary>
[Generator]
public sealed class DocumentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var documents = context.SelectDocuments().ParseDocument();
        var contracts = context.ReadSchema();
        var bound = documents.JoinReverse().BindPairings(contracts);
        var named = bound.JoinNames();
        var space = context.ReadNamespace();

        context.RegisterSourceOutput(
            named.Emit(space), static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(
            bound.JoinContracts().EmitContracts(space),
            static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(
            named.EmitCatalogue(contracts, space), static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(
            contracts.EmitSchema(space), static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(named.ReportProblems(), static (output, problems) => Report(output, problems));
    }

    private static void Report(SourceProductionContext output, DocumentProblems problems)
    {
        foreach (var problem in problems.ToDiagnostics())
            output.ReportDiagnostic(problem);
    }
}
