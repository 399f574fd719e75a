using System.Reflection;

namespace Sluice.Snapshots;

/// <summary>The files that Sluice generated in a test project and in the projects that it references.</summary>
internal static class GeneratedCode
{
    // Written into the test assembly by the package's targets.
    private const string Key = "Sluice.Generated";

    /// <returns>Paths by file name, in ordinal order.</returns>
    /// <exception cref="InvalidOperationException">No project that generates is referenced.</exception>
    public static IReadOnlyDictionary<string, string> Of(Assembly tests)
    {
        var folders = tests.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(data => data.Key == Key).Select(data => data.Value!).Distinct(StringComparer.Ordinal).ToList();
        if (folders.Count == 0)
            throw new InvalidOperationException(
                $"{tests.GetName().Name} references no project that generates code with Sluice.Generator: "
                + "add a ProjectReference to one that does, and leave EmitCompilerGeneratedFiles on there.");

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in folders.Where(Directory.Exists).SelectMany(folder =>
            Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories)))
            if (!files.TryAdd(Path.GetFileName(path), path))
                throw new InvalidOperationException(
                    $"{path} and {files[Path.GetFileName(path)]} have one name: give their projects "
                    + "different root namespaces.");

        return files;
    }
}
