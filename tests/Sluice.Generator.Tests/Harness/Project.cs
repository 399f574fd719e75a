using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generator.Documents;
using Sluice.Generator.Tests.Contracts;

namespace Sluice.Generator.Tests.Harness;

/// <summary>
/// A project under the generator. Every run is made twice and fails where the second one did anything again, or where a
/// step keeps something of Roslyn's: so every test of the generator is a test of its caching too.
/// </summary>
/// <remarks>
/// The driver keeps its record of steps for that, which costs the cube of the number of documents
/// (<c>Scale/StepStates</c>). A project of more than some dozens goes without; then the second run is seen to write no
/// file again. With a record, that run may lose files where something has gone: a join's table keeps an empty place for
/// it, and to record a run in which the join has nothing to do, the driver counts these as items. So whoever looks at
/// reasons after that takes the last document away, and looks at no run behind it.
/// </remarks>
internal sealed class Project
{
    private static readonly ImmutableArray<MetadataReference> NoContracts =
        [Compilations.Reference(typeof(Pairing))];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. NoContracts,
        Compilations.Reference(typeof(Sluice.Connectors.Keap.Company)),
        Compilations.Reference(typeof(Person)),
    ];

    private readonly Dictionary<string, AdditionalText> _documents;
    private readonly bool _isTracked;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public Project(string rootNamespace = "Sluice.Flows", bool withContracts = true, bool isTracked = true)
    {
        _documents = [];
        _isTracked = isTracked;
        _compilation = Compilations.Of([], withContracts ? References : NoContracts);
        _driver = CSharpGeneratorDriver.Create(
            [new DocumentGenerator().AsSourceGenerator()],
            parseOptions: Compilations.Parse,
            optionsProvider: new RootNamespace(rootNamespace),
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracked));
    }

    private Project(Project other)
    {
        _documents = new(other._documents);
        _isTracked = other._isTracked;
        _compilation = other._compilation;
        _driver = other._driver;
    }

    /// <summary>A project of the repository's own documents and hooks.</summary>
    public static Project OfRepository() => Of("Sluice.Flows", "spec/dataflows");

    /// <summary>A project of the examples and their hooks.</summary>
    public static Project OfExamples() => Of("Sluice.Examples", "spec/examples");

    private static Project Of(string name, string documents)
    {
        var project = new Project(name);
        foreach (var path in Directory.GetFiles(Compilations.Folder(documents), "*.rst").Order(StringComparer.Ordinal))
            project.Document(Path.GetFileName(path), File.ReadAllText(path));

        var flows = Compilations.Folder("runtime/" + name);
        foreach (var path in Directory.GetFiles(flows, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
            if (!Path.GetRelativePath(flows, path).StartsWith("obj", StringComparison.Ordinal)
                && !Path.GetRelativePath(flows, path).StartsWith("bin", StringComparison.Ordinal))
                project.Source(path, File.ReadAllText(path));

        return project;
    }

    /// <summary>The project as it is now, to go its own way.</summary>
    public Project Copy() => new(this);

    /// <summary>Adds documents that are new, in one go.</summary>
    public Project Documents(IEnumerable<(string Name, string Text)> documents)
    {
        var added = documents.Select(one => new MemoryText("/documents/" + one.Name, one.Text)).ToList();
        foreach (var one in added)
            _documents.Add(one.Path["/documents/".Length..], one);

        _driver = _driver.AddAdditionalTexts([.. added]);
        return this;
    }

    /// <summary>Adds a document, or takes the place of one.</summary>
    public Project Document(string name, string text)
    {
        var added = new MemoryText("/documents/" + name, text);
        _driver = _documents.TryGetValue(name, out var old)
            ? _driver.ReplaceAdditionalText(old, added)
            : _driver.AddAdditionalTexts([added]);
        _documents[name] = added;
        return this;
    }

    /// <summary>Lists a document once more.</summary>
    public Project Again(string name)
    {
        _driver = _driver.AddAdditionalTexts(
            [new MemoryText("/documents/" + name, _documents[name].GetText()!.ToString())]);
        return this;
    }

    /// <summary>Takes a document away.</summary>
    public Project Without(string name)
    {
        _driver = _driver.RemoveAdditionalTexts([_documents[name]]);
        _documents.Remove(name);
        return this;
    }

    /// <summary>Adds a C# file.</summary>
    public Project Source(string path, string text)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, Compilations.Parse, path));
        return this;
    }

    /// <summary>Runs the generator, and once more to see that nothing is done again.</summary>
    public Generation Run()
    {
        var token = TestContext.Current.CancellationToken;
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out _, token);
        var generation = new Generation(_driver.GetRunResult().Results[0], output);
        var again = _driver.RunGenerators(_compilation, token).GetRunResult().Results[0];
        if (_isTracked)
        {
            CacheAssert.NothingRanAgain(again);
            CacheAssert.KeepsPlainDataOnly(again);
        }
        else
        {
            CacheAssert.NothingWasWrittenAgain(generation.Result, again);
        }

        return generation;
    }

    /// <summary>Runs the generator and nothing else: neither a second time, nor to compile what it writes.</summary>
    public Generation RunOnce()
    {
        _driver = _driver.RunGenerators(_compilation, TestContext.Current.CancellationToken);
        return new(_driver.GetRunResult().Results[0], _compilation);
    }
}
