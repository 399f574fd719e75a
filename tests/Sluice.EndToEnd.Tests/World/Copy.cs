using Sluice.Builds;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>A copy of what <c>Sluice.Flows</c> is built from, built by the SDK as a user builds it.</summary>
public sealed class Copy : IDisposable
{
    private const string Project = "runtime/Sluice.Flows";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-copy-");

    public Copy()
    {
        foreach (var file in Directory.EnumerateFiles(Checkout.Root))
            Take(file);
        foreach (var folder in new[] { "generator", "runtime", "spec" })
            foreach (var file in Directory.EnumerateFiles(
                Path.Combine(Checkout.Root, folder), "*", SearchOption.AllDirectories))
                if (!file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                    Take(file);
    }

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

    private void Take(string file)
    {
        var target = Path.Combine(_folder.FullName, Path.GetRelativePath(Checkout.Root, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }
}
