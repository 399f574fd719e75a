using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.Benchmarks.Generation;

/// <summary>
/// Gives the files and problems of a run that was, as many a document: what the driver does with them whoever made
/// them.
/// </summary>
internal sealed class SameFiles(GeneratorRunResult run, ImmutableArray<AdditionalText> documents)
    : IIncrementalGenerator
{
    private readonly ILookup<string, GeneratedSourceResult> _files =
        run.GeneratedSources.Select((file, i) => (file, i)).ToLookup(
            one => documents[(int)((long)one.i * documents.Length / run.GeneratedSources.Length)].Path,
            one => one.file, StringComparer.Ordinal);

    private readonly ILookup<string, Diagnostic> _problems =
        run.Diagnostics.ToLookup(one => one.Location.GetLineSpan().Path, StringComparer.Ordinal);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var paths = context.AdditionalTextsProvider.Select(static (file, _) => file.Path);
        context.RegisterSourceOutput(
            paths.SelectMany((path, _) => _files[path].ToImmutableArray()),
            static (output, file) => output.AddSource(file.HintName, file.SourceText));
        context.RegisterSourceOutput(paths, (output, path) =>
        {
            foreach (var problem in _problems[path])
                output.ReportDiagnostic(problem);
        });
    }
}
