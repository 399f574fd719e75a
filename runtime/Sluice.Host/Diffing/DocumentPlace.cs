using Sluice.Host.Checking;

namespace Sluice.Host.Diffing;

/// <summary>A file, a folder, or a folder at a git revision, as a person names it.</summary>
internal static class DocumentPlace
{
    private const string Fix =
        "Name a document, a folder, or a revision of one: `sluice diff main:spec/dataflows spec/dataflows`.";

    /// <summary>The documents of both places.</summary>
    /// <remarks>A revision without a folder means the folder on the other side, else <c>spec/dataflows</c>.</remarks>
    public static async Task<(IReadOnlyList<DocumentText> Old, IReadOnlyList<DocumentText> New)> ReadAsync(
        string old, string now, CancellationToken token) =>
        (await ReadOneAsync(old, now, token), await ReadOneAsync(now, old, token));

    private static async Task<IReadOnlyList<DocumentText>> ReadOneAsync(
        string place, string other, CancellationToken token)
    {
        if (File.Exists(place))
            return [new(Path.GetFileName(place), place, DocumentFiles.Read(place))];

        if (Directory.Exists(place))
            return
            [
                .. DocumentFiles.Find([place]).Select(file => new DocumentText(
                    Path.GetRelativePath(place, file).Replace('\\', '/'), file, DocumentFiles.Read(file))),
            ];

        var colon = place.IndexOf(':', StringComparison.Ordinal);
        var revision = colon < 0 ? place : place[..colon];
        if (revision.Length == 0 || revision[0] == '-' || !await GitRevision.ExistsAsync(revision, token))
            throw new HostException($"{place} is neither a file, nor a folder, nor a git revision.", Fix);

        return await GitRevision.ReadAsync(revision, colon < 0 ? Folder(other) : place[(colon + 1)..], token);
    }

    private static string Folder(string other)
    {
        if (File.Exists(other) || Directory.Exists(other))
            return other;

        var colon = other.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? DocumentFiles.Default : other[(colon + 1)..];
    }
}
