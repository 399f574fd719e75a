using System.IO.Compression;
using System.Xml.Linq;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>What a package says of itself.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Dependencies">The versions that it asks for.</param>
internal sealed record Package(string Id, IReadOnlyList<string> Dependencies)
{
    public static Package Read(string path)
    {
        using var package = ZipFile.OpenRead(path);
        using var text = package.Entries
            .Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var nodes = XDocument.Load(text).Descendants().ToList();
        return new(
            nodes.First(node => node.Name.LocalName == "id").Value,
            [
                .. nodes.Where(node => node.Name.LocalName == "dependency")
                    .Select(node => node.Attribute("version")!.Value),
            ]);
    }
}
