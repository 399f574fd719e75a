using System.Runtime.CompilerServices;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>
    /// Copies what stands beside the solution, and what is in the folders, without what was built from it.
    /// </summary>
    public static void CopyTo(string target, params string[] folders)
    {
        foreach (var file in Directory.EnumerateFiles(Root))
            Copy(file);
        foreach (var folder in folders)
            foreach (var file in Directory.EnumerateFiles(
                Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
                if (!file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                    Copy(file);

        void Copy(string file)
        {
            var place = Path.Combine(target, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Pipeline.sln")))
            folder = Path.GetDirectoryName(folder);

        return folder ?? throw new InvalidOperationException("These tests must be built inside the repository.");
    }
}
