using System.Collections.Concurrent;
using System.Reflection;

namespace Sluice;

/// <summary>The documents that a build put into an assembly beside what it made of them.</summary>
internal static class EmbeddedDocuments
{
    // The build's targets name resources so, each with the way to the document from the project.
    private const string Prefix = "Sluice.Documents/";

    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<CompiledDocument>> Known = [];

    /// <summary>A document and its reverse, as far as the assembly has them.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="fileName">The document's file name.</param>
    public static IReadOnlyList<CompiledDocument> Of(Assembly assembly, string fileName) =>
    [
        .. Known.GetOrAdd(assembly, ReadAll).Where(document =>
            Describes(Path.GetFileName(document.Name), fileName)),
    ];

    private static bool Describes(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase)
        || IsReverse(Path.GetFileNameWithoutExtension(one), Path.GetFileNameWithoutExtension(other));

    // A system's name may hold hyphens itself, so that a name may be turned round at several places.
    private static bool IsReverse(string one, string other)
    {
        for (var cut = one.IndexOf('-', StringComparison.Ordinal); cut >= 0; cut = one.IndexOf('-', cut + 1))
            if ($"{one[(cut + 1)..]}-{one[..cut]}".Equals(other, StringComparison.OrdinalIgnoreCase))
                return true;

        return false;
    }

    private static IReadOnlyList<CompiledDocument> ReadAll(Assembly assembly)
    {
        var ways = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToLookup(name => Path.GetFileName(name), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. ways.SelectMany(way => way.Select(name => new CompiledDocument(
                way.Count() == 1 ? way.Key : name[Prefix.Length..], Read(assembly, name)))),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);

        // Where it was checked out is no matter of the document's.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
