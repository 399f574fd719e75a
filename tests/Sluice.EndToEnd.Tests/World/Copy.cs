using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>A copy of what <c>Sluice.Flows</c> is built from, built by the SDK as a user builds it.</summary>
internal sealed class Copy : IDisposable
{
    private const string Project = "runtime/Sluice.Flows";

    // What the running test host sets for itself would make the build look for its tools in the wrong place.
    private static readonly string[] Inherited =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

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
        var start = new ProcessStartInfo("dotnet", ["build", Project, "-nologo", "-tl:off", "-v", "minimal"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        foreach (var name in Inherited)
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using var build = Process.Start(start) ?? throw new InvalidOperationException("The build did not start.");
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, output);
    }

    /// <summary>The full names of the types in the assembly that was built.</summary>
    public IReadOnlyList<string> Types()
    {
        var built = Path.Combine(_folder.FullName, Project, "bin/Debug/net10.0/Sluice.Flows.dll");
        using var assembly = new PEReader(File.OpenRead(built));
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => !type.IsNested)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Take(string file)
    {
        var target = Path.Combine(_folder.FullName, Path.GetRelativePath(Checkout.Root, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }
}
