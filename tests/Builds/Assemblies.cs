using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sluice.Builds;

/// <summary>Looks into assemblies without loading them.</summary>
internal static class Assemblies
{
    /// <summary>The names of what is embedded, in order.</summary>
    public static IReadOnlyList<string> Resources(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata.ManifestResources.Select(metadata.GetManifestResource)
                .Select(resource => metadata.GetString(resource.Name)).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The full names of the types that are not nested, in order.</summary>
    public static IReadOnlyList<string> Types(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => !type.IsNested)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
