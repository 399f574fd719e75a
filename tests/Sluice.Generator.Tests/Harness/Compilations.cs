using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Generator.Tests.Harness;

/// <summary>Makes compilations of source texts.</summary>
internal static class Compilations
{
    public static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; "
        + "global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>A library of some sources, each under its file name.</summary>
    public static CSharpCompilation Of(
        IEnumerable<(string Path, string Text)> sources, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            "Flows",
            sources.Append(("Usings.cs", ImplicitUsings))
                .Select(one => CSharpSyntaxTree.ParseText(one.Item2, Parse, one.Item1)),
            Framework.Concat(references),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999));

    /// <summary>A reference to the assembly of a type.</summary>
    public static MetadataReference Reference(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);

    /// <summary>A folder of this repository.</summary>
    public static string Folder(string relative, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", relative));
}
