using Sluice.Builds;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>A copy of what <c>Sluice.Flows</c> is built from, built by the SDK as a user builds it.</summary>
public sealed class Copy : IDisposable
{
    private const string Project = "runtime/Sluice.Flows";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-copy-");

    public Copy() => Checkout.CopyTo(_folder.FullName, "generator", "runtime", "spec");

    /// <summary>A document's path.</summary>
    public string Document(string name) => Path.Combine(_folder.FullName, "spec", "dataflows", name);

    /// <summary>Builds, without cleaning.</summary>
    public async Task<(int ExitCode, string Output)> BuildAsync()
    {
        var (exitCode, output, _) = await Sdk.RunAsync(
            _folder.FullName, ["build", Project, "-nologo", "-tl:off", "-v", "minimal"]);
        return (exitCode, output);
    }

    /// <summary>The assembly that was built.</summary>
    public string Assembly => Path.Combine(_folder.FullName, Project, "bin/Debug/net10.0/Sluice.Flows.dll");

    /// <summary>The full names of the types in the assembly that was built.</summary>
    public IReadOnlyList<string> Types() => Assemblies.Types(Assembly);

    public void Dispose() => _folder.Delete(recursive: true);
}
