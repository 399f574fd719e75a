using Sluice.Specification.Problems;

namespace Sluice.Specification.Reading;

/// <summary>The identities of the two systems, from a file name: <c>source-target.rst</c>.</summary>
internal sealed record FileSlugs(string FileName, string Source, string Target)
{
    private const string Extension = ".rst";

    public static FileSlugs Of(string path, FrontMatter front, List<Problem> problems)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var stem = name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? name.Substring(0, name.Length - Extension.Length)
            : name;
        stem = SystemLabel.Fold(stem);
        var cut = Cut(stem, front);
        if (cut > 0 && cut < stem.Length - 1)
            return new(name, stem.Substring(0, cut), stem.Substring(cut + 1));

        problems.Add(Rules.FileNameUnreadable.At(
            new(1, 1, 0), $"'{name}' does not say which systems it connects. Name the file source-target{Extension}."));
        return new(
            name, SystemLabel.Fold(front.SourceLabel ?? stem), SystemLabel.Fold(front.TargetLabel ?? string.Empty));
    }

    // A slug may hold hyphens itself; then the title tells where the first one ends.
    private static int Cut(string stem, FrontMatter front)
    {
        for (var at = stem.IndexOf('-'); at >= 0; at = stem.IndexOf('-', at + 1))
            if (IsName(stem.Substring(0, at), front.SourceLabel) || IsName(stem.Substring(at + 1), front.TargetLabel))
                return at;

        return stem.IndexOf('-');
    }

    private static bool IsName(string slug, string? label) =>
        label is { Length: > 0 } && SystemLabel.FoldName(slug) == SystemLabel.FoldName(label);
}
