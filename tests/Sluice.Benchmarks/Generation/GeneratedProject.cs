using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generator.Documents;
using Sluice.RandomDocuments;

namespace Sluice.Benchmarks.Generation;

/// <summary>A project of random documents between systems that nobody knows.</summary>
internal sealed class GeneratedProject
{
    /// <summary>So many that each is joined with each other by a document, and by one back, among a thousand.</summary>
    public const int FewSystems = 33;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    private readonly int _seed;
    private readonly int _systems;
    private readonly CSharpCompilation _compilation;

    public GeneratedProject(int seed, int count, int systems)
    {
        (_seed, _systems) = (seed, systems);
        _compilation = CSharpCompilation.Create(
            "Flows",
            references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            options: new(OutputKind.DynamicallyLinkedLibrary));
        Documents = [.. Enumerable.Range(0, count).Select(number => Document(number, number))];
        Generated = Driver(new DocumentGenerator()).RunGenerators(_compilation);
    }

    public ImmutableArray<AdditionalText> Documents { get; }

    /// <summary>The driver after the first run.</summary>
    public GeneratorDriver Generated { get; }

    public GeneratorRunResult Result => Generated.GetRunResult().Results[0];

    /// <summary>The project before any run.</summary>
    public GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], Documents, Parse);

    /// <summary>A random document in a file of a number.</summary>
    public AdditionalText Document(int seed, int number)
    {
        var (source, other) = (number / (_systems - 1), number % (_systems - 1));
        var target = other + (other < source ? 0 : 1);
        return new MemoryDocument(
            string.Create(CultureInfo.InvariantCulture, $"/documents/s{source}-s{target}.rst"),
            RandomDocumentMaker.Any(unchecked(_seed + seed)).Text);
    }

    /// <summary>The compilation with C# in it that concerns nobody.</summary>
    public Compilation Unrelated(int round) => _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
        string.Create(CultureInfo.InvariantCulture, $"internal static class Unrelated{round};"), Parse));

    public GeneratorDriver Run(GeneratorDriver driver) => Run(driver, _compilation);

    public static GeneratorDriver Run(GeneratorDriver driver, Compilation compilation)
    {
        var run = driver.RunGenerators(compilation);
        return run.GetRunResult().Results[0].Exception is { } exception
            ? throw new InvalidOperationException("The generator failed.", exception)
            : run;
    }
}
