using Sluice.Builds;
using Sluice.EndToEnd.Tests.Processes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>
/// A copy of the connectors and their tests, a package named Refit that stands in for the real one, and no other source
/// of packages than the folder that it is in.
/// </summary>
internal sealed class RefitCopy : IDisposable
{
    public const string Connectors = "runtime/Sluice.Connectors";
    public const string Tests = "tests/Sluice.Connectors.Tests";

    private const string StandIn = "tests/RefitStandIn";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-refit-");

    public RefitCopy()
    {
        Checkout.CopyTo(_folder.FullName, "generator", "runtime", Tests, StandIn, "tests/Sluice.Snapshots");
        File.Copy(Path.Combine(Checkout.Root, "tests/Directory.Build.props"), At("tests/Directory.Build.props"));
        File.WriteAllText(At("NuGet.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="cache" /></config>
              <packageSources><clear /></packageSources>
              <fallbackPackageFolders>{RestoredPackages.Element}</fallbackPackageFolders>
            </configuration>
            """);

        // The stand-in is somebody else's project.
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(At($"{StandIn}/{file}"), "<Project />");
    }

    /// <summary>The lock files that stand beside the projects, with their texts.</summary>
    public IReadOnlyDictionary<string, string> Locks => Directory
        .EnumerateFiles(_folder.FullName, "packages.lock.json", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
        .ToDictionary(file => file, File.ReadAllText, StringComparer.Ordinal);

    public Task<Result> PackAsync() => RunAsync("pack", StandIn, "-nologo", "-tl:off", "-o", At("packages"));

    /// <summary>Builds without Refit, restoring exactly what the lock files say.</summary>
    public Task<Result> BuildAsync(string project) => MakeAsync(project, "-p:RestoreLockedMode=true");

    /// <summary>Builds with Refit.</summary>
    public Task<Result> BuildWithRefitAsync(string project, params string[] more) =>
        MakeAsync(project, ["-p:UseRefit=true", "-p:RefitSource=packages", .. more]);

    /// <summary>Runs tests as they were built with Refit.</summary>
    public Task<Result> TestWithRefitAsync(string type) => RunAsync(
        "exec", $"{Tests}/bin/refit/Debug/net10.0/Sluice.Connectors.Tests.dll", "-class", type);

    public string Read(string path) => File.ReadAllText(At(path));

    /// <summary>The full names of the types in the connectors' assembly.</summary>
    public IReadOnlyList<string> Types(string mode) =>
        Assemblies.Types(At($"{Connectors}/bin/{mode}Debug/net10.0/Sluice.Connectors.dll"));

    public void Dispose() => _folder.Delete(recursive: true);

    // The analyzers have nothing to say of this, and take half of the time.
    private Task<Result> MakeAsync(string project, params string[] more) => RunAsync(
        ["build", project, "-nologo", "-tl:off", "-v", "minimal", "-p:RunAnalyzers=false", .. more]);

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private async Task<Result> RunAsync(params string[] arguments)
    {
        // What is accepted elsewhere is no reason to accept it here.
        var (exitCode, output, errors) = await Sdk.RunAsync(
            _folder.FullName, arguments, new Dictionary<string, string> { ["SLUICE_ACCEPT"] = "0" });
        return new(exitCode, output, errors);
    }
}
