namespace Sluice.Host.Checking;

/// <summary>Finds the documents that a person means by files and folders.</summary>
internal static class DocumentFiles
{
    public const string Default = "spec/dataflows";

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        MatchCasing = MatchCasing.CaseInsensitive,
        AttributesToSkip = 0,
    };

    /// <summary>The text of a file, in UTF-8 where no byte order mark says otherwise.</summary>
    public static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostException($"{file} cannot be read: {exception.Message}", "Check that it is a readable file.");
        }
    }

    /// <summary>The same, where finding nothing means that the wrong place was named.</summary>
    public static IReadOnlyList<string> FindSome(IReadOnlyList<string> paths) => Find(paths) is { Count: > 0 } found
        ? found
        : throw new HostException(
            $"There is no document in {string.Join(", ", paths.DefaultIfEmpty(Default))}.",
            "Name a folder that holds .rst files, or the files themselves.");

    public static IReadOnlyList<string> Find(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
            paths = Directory.Exists(Default)
                ? [Default]
                : throw new HostException(
                    $"There is no folder {Default} here.",
                    "Name the documents or folders to check: `sluice check FILE-or-FOLDER`.");

        return [.. paths.SelectMany(Expand)];
    }

    private static IEnumerable<string> Expand(string path)
    {
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*.rst", Everywhere).Order(StringComparer.Ordinal);

        return File.Exists(path)
            ? [path]
            : throw new HostException($"{path} does not exist.", "Name a document or a folder of documents.");
    }
}
