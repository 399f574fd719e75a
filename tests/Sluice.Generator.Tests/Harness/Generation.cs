using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Sluice.Generator.Tests.Harness;

/// <summary>What a run gave.</summary>
internal sealed record Generation(GeneratorRunResult Result, Compilation Output)
{
    /// <summary>The files, by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>The problems, as a build prints them.</summary>
    public string[] Problems => [.. Result.Diagnostics.Select(problem => problem.ToString())];

    /// <summary>What the compiler says, in warnings and errors.</summary>
    public string[] CompilerMessages =>
        [
            .. Output.GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning)
                .Select(one => one.ToString()),
        ];

    /// <summary>Another run gave the same files and problems, to the letter, in whatever order.</summary>
    public void IsSame(Generation other)
    {
        Assert.Equal(
            Files.OrderBy(file => file.Key, StringComparer.Ordinal),
            other.Files.OrderBy(file => file.Key, StringComparer.Ordinal));
        Assert.Equal(Problems.Order(StringComparer.Ordinal), other.Problems.Order(StringComparer.Ordinal));
    }

    /// <summary>The distinct reasons of a step's outputs.</summary>
    public IncrementalStepRunReason[] Reasons(string step) =>
        [
            .. Result.TrackedSteps.GetValueOrDefault(step, []).SelectMany(run => run.Outputs)
                .Select(output => output.Reason).Distinct().Order(),
        ];

    /// <summary>A pairing of the compiled project.</summary>
    public Pairing Load(string type) =>
        (Pairing)Activator.CreateInstance(Assembly(type).GetType(type, throwOnError: true)!)!;

    /// <summary>The compiled project, loaded.</summary>
    public System.Reflection.Assembly Assembly(string name)
    {
        using var image = new MemoryStream();
        var emitted = Output.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(image);
    }
}
