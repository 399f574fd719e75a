using System.Runtime.CompilerServices;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Pipeline.sln")))
            folder = Path.GetDirectoryName(folder);

        return folder ?? throw new InvalidOperationException("These tests must be built inside the repository.");
    }
}
