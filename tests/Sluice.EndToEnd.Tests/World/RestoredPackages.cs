namespace Sluice.EndToEnd.Tests.World;

/// <summary>Where these tests' own packages were restored to: what is not ours is taken from there.</summary>
internal static class RestoredPackages
{
    /// <summary>The folder, as a fallback folder in a NuGet.config; nothing where there is none.</summary>
    public static string Element
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            return Directory.Exists(folder) ? $"""<add key="restored" value="{folder}" />""" : "";
        }
    }
}
