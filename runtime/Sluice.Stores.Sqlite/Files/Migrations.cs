namespace Sluice.Stores.Sqlite;

/// <summary>
/// The steps that led to today's schema. A step that was released is never changed; a new one is added behind it.
/// </summary>
internal static class Migrations
{
    private static readonly string[] Names =
        ["0001-first-light", "0006-lineage", "0003-deletes", "0005-restore", "0004-deltas", "0002-decisions",
            "0008-own-write-versions", "0009-suspects", "0010-ended-lineage", "0011-newest-marks", "0012-conditions",
            "0013-documents", "0014-retention", "0015-run-requests", "0017-plans-in-any-order", "0016-sign-ins",
            "0018-records-beyond", "0019-shown-paths", "0020-intent-identities",
            "0021-vanished-values", "0022-overruled-edits", "0023-gone-since", "0024-creates-by-origin"];

    public static IReadOnlyList<string> All { get; } = [.. Names.Select(Read)];

    private static string Read(string name)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration '{name}' is not part of this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
