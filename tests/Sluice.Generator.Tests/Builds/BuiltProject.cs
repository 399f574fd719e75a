using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Sluice.Generator.Documents;
using Sluice.Generator.Tests.Harness;
using Sluice.Specification;

namespace Sluice.Generator.Tests.Builds;

/// <summary>A project in a folder of its own, built by the SDK.</summary>
internal sealed class BuiltProject : IDisposable
{
    // What the running test host sets for itself would make the build look for its tools in the wrong place.
    private static readonly string[] Inherited =
        [
            "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly",
            "DOTNET_HOST_PATH",
        ];

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

    /// <summary>Builds, and gives what the build said where it failed.</summary>
    public async Task<(int ExitCode, string Output)> BuildAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet", ["build", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:quiet"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Inherited)
            start.Environment.Remove(name);

        using var build = Process.Start(start)!;
        var error = build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, output + await error);
    }

    /// <summary>The types in the built assembly, by full name.</summary>
    public string[] Types()
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(_folder.FullName, "bin/Debug/net10.0/Flows.dll")));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions
                .Select(metadata.GetTypeDefinition)
                .Select(type => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name)),
        ];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
