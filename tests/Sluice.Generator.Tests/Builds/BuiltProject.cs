using Sluice.Builds;
using Sluice.Generator.Documents;
using Sluice.Generator.Tests.Harness;
using Sluice.Specification;

namespace Sluice.Generator.Tests.Builds;

/// <summary>A project in a folder of its own, built by the SDK.</summary>
internal sealed class BuiltProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-build-");

    public BuiltProject(string properties, bool withGenerator)
    {
        Write("Directory.Build.props", "<Project />");
        Write("Flows.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace>Sluice.Flows</RootNamespace>
                <LangVersion>latest</LangVersion>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <SluiceDocuments>*.rst</SluiceDocuments>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(Pairing).Assembly.Location}" />
                <Reference Include="{typeof(Sluice.Connectors.Keap.Company).Assembly.Location}" />
                {(withGenerator ? Generator : "")}
              </ItemGroup>
              <Import Project="{Compilations.Folder("generator/Sluice.Generator/build/Sluice.Generator.targets")}" />
            </Project>
            """);
    }

    private static string Generator => $"""
        <Analyzer Include="{typeof(DocumentGenerator).Assembly.Location}" />
        <Analyzer Include="{typeof(EquatableArray).Assembly.Location}" />
        """;

    /// <summary>Writes a file of the project.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Removes a file of the project.</summary>
    public void Delete(string name) => File.Delete(Path.Combine(_folder.FullName, name));

    /// <summary>Whether a file lies in the project's folder.</summary>
    public bool Has(string name) => File.Exists(Path.Combine(_folder.FullName, name));

    /// <summary>Builds, and gives what the build said where it failed.</summary>
    public async Task<(int ExitCode, string Output)> BuildAsync()
    {
        var (exitCode, output, errors) = await Sdk.RunAsync(
            _folder.FullName, ["build", "-nologo", "-p:UseSharedCompilation=false", "-v:quiet"]);
        return (exitCode, output + errors);
    }

    /// <summary>The types in the built assembly, by full name.</summary>
    public IReadOnlyList<string> Types() =>
        Assemblies.Types(Path.Combine(_folder.FullName, "bin/Debug/net10.0/Flows.dll"));

    public void Dispose() => _folder.Delete(recursive: true);
}
