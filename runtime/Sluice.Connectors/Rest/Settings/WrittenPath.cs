namespace Sluice.Connectors.Rest.Settings;

/// <summary>Paths that are written as other tools write them: <c>/data/items</c>, <c>$.data.items</c>.</summary>
internal static class WrittenPath
{
    /// <summary>What is wrong with the paths that are given, each by the name of its setting.</summary>
    public static IEnumerable<string> Problems(
        SettingsReader reader, params IEnumerable<(string Name, string? Path)> given)
    {
        foreach (var (name, path) in given)
            if (path is not null && (path.StartsWith('/') || path.StartsWith("$.", StringComparison.Ordinal)))
                yield return $"{reader.PlaceOf(name)} is '{path}'; a path is names with dots between them, as in "
                    + $"{Meant(path)}.";
    }

    private static string Meant(string path) =>
        string.Join('.', path.TrimStart('$').Split(['/', '.'], StringSplitOptions.RemoveEmptyEntries));
}
