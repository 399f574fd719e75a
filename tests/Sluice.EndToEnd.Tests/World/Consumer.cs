using System.Reflection;
using System.Xml.Linq;
using Sluice.Builds;
using Sluice.EndToEnd.Tests.Processes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>Somebody else's solution, with Sluice from packages: a project with documents, and its tests.</summary>
internal sealed class Consumer : IDisposable
{
    // A version that no feed has and no folder of packages has seen: what is restored was packed here.
    private readonly string _version = $"0.0.0-consumer.{Guid.NewGuid():N}";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-consumer-");

    public Consumer()
    {
        // Nothing around the temporary folder has a say.
        Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """);
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("NuGet.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="cache" /></config>
              <packageSources><add key="sluice" value="packages" /></packageSources>
              <fallbackPackageFolders>{RestoredPackages.Element}</fallbackPackageFolders>
            </configuration>
            """);
        Write("Shop/Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Sluice.Generator" Version="[{_version}]" />
              </ItemGroup>
            </Project>
            """);
        Write("Shop.Tests/Shop.Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Sluice.Snapshots" Version="[{_version}]" />
                <PackageReference Include="xunit.v3" Version="{VersionOf("xunit.v3")}" />
                <ProjectReference Include="../Shop/Shop.csproj" />
              </ItemGroup>
            </Project>
            """);
        Write("Shop.Tests/MappingTests.cs", """
            using Sluice.Snapshots;
            using Xunit;

            public sealed class MappingTests
            {
                [Fact]
                public void Mappings_are_as_accepted() => Snapshot.VerifyGenerated(typeof(MappingTests));
            }
            """);
    }

    /// <summary>The accepted snapshots, by file name.</summary>
    public IReadOnlyList<string> Snapshots =>
    [
        .. Directory.EnumerateFiles(Path("Shop.Tests"), "*.verified.*")
            .Select(file => System.IO.Path.GetFileName(file)!).Order(StringComparer.Ordinal),
    ];

    /// <summary>The types of the project with the documents, as it was built last.</summary>
    public IReadOnlyList<string> Types => Assemblies.Types(Assembly);

    /// <summary>What is embedded in it.</summary>
    public IReadOnlyList<string> Resources => Assemblies.Resources(Assembly);

    /// <summary>What was packed, in order of the names.</summary>
    public IReadOnlyList<Package> Packages =>
    [
        .. Directory.EnumerateFiles(Path("packages"), "*.nupkg").Select(Package.Read)
            .OrderBy(package => package.Id, StringComparer.Ordinal),
    ];

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
    }

    /// <summary>Packs what these tests were built with.</summary>
    public Task<Result> PackAsync() => RunAsync(
        Checkout.Root,
        [
            "pack", "Pipeline.sln", "--no-build", "-nologo", "-tl:off", "-c", Configuration, "-o", Path("packages"),
            $"-p:PackageVersion={_version}",
        ]);

    public Task<Result> BuildAsync(string project) =>
        RunAsync(_folder.FullName, ["build", project, "-nologo", "-tl:off", "-v", "minimal"]);

    /// <summary>Builds all and runs the tests.</summary>
    public Task<Result> TestAsync(bool accept = false) => RunAsync(
        _folder.FullName, ["run", "--project", "Shop.Tests"],
        new Dictionary<string, string> { ["SLUICE_ACCEPT"] = accept ? "1" : "0" });

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<Result> RunAsync(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (exitCode, output, errors) = await Sdk.RunAsync(folder, arguments, environment);
        return new(exitCode, output, errors);
    }

    private string Assembly => Path("Shop/bin/Debug/net10.0/Shop.dll");

    private static string Configuration =>
        typeof(Consumer).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static string VersionOf(string package) =>
        XDocument.Load(System.IO.Path.Combine(Checkout.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(version => version.Attribute("Include")!.Value == package).Attribute("Version")!.Value;
}
