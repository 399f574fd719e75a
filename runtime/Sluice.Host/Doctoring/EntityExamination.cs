using System.Globalization;

namespace Sluice.Host.Doctoring;

/// <summary>What was read of one entity.</summary>
/// <param name="Entity">System and entity.</param>
internal sealed record EntityExamination(EntityName Entity)
{
    /// <summary>Records listed.</summary>
    public int Count { get; private set; }

    /// <summary>Those that the contract counts in.</summary>
    public int InScope { get; private set; }

    /// <summary>Pages they came in.</summary>
    public int Pages { get; private set; }

    /// <summary>Records with a time stamp.</summary>
    public int Stamped { get; private set; }

    /// <summary>How the end of the listing was proved, in words; null where it was not.</summary>
    public string? EndProof { get; private set; }

    /// <summary>Elements that are no records.</summary>
    public List<BadRecord> Bad { get; } = [];

    /// <summary>The key by which a listed record was read; null where there was none to read.</summary>
    public string? ReadByKey { get; private set; }

    /// <summary>
    /// A key that was listed and by which nothing was found, or another record: whoever is asked for so is taken for
    /// deleted, or merged.
    /// </summary>
    public string? LostKey { get; private set; }

    /// <summary>
    /// How many records were listed as changed since the listing before; null where that was not asked.
    /// </summary>
    public int? Changed { get; private set; }

    /// <summary>Why it could not be read; null where it could.</summary>
    public RemoteException? Problem { get; private set; }

    /// <summary>
    /// Paths that documents name and some records do not show, with how many do not; of described systems only.
    /// </summary>
    public SortedDictionary<string, int> Missing { get; } = new(StringComparer.Ordinal);

    /// <param name="source">The entity.</param>
    /// <param name="paths">The paths that its records should show.</param>
    /// <param name="token">Stops it.</param>
    public static async Task<EntityExamination> OfAsync(
        ISource source, IReadOnlyList<string> paths, CancellationToken token)
    {
        var found = new EntityExamination(source.Entity);
        try
        {
            var (key, cursor) = await found.ListAsync(source, paths, token);
            if (key is not null)
                await found.ReadAsync(source, key, token);
            if (source is IDeltaSource delta && cursor is not null)
                found.Changed = await ChangedAsync(delta, cursor, token);
        }
        catch (RemoteException problem)
        {
            found.Problem = problem;
        }

        return found;
    }

    /// <summary>Whether elements were listed, and none of them is a record: it is not what we take it for.</summary>
    public bool IsUnreadable => Count == 0 && Bad.Count > 0;

    /// <summary>Whether all that was tried works.</summary>
    public bool IsWell => Problem is null && LostKey is null && !IsUnreadable;

    /// <summary>What works, on one line.</summary>
    public override string ToString()
    {
        var ways = new[]
        {
            EndProof is null ? "the end of the list is not proved: nothing is created or taken for deleted" : EndProof,
            ReadByKey is null ? null : $"read by key ({ReadByKey})",
            Stamped == 0 ? "no time stamps" : $"time stamps on {Number(Stamped)}",
            Changed is { } changed ? $"{Number(changed)} listed as changed" : null,
        };
        return $"{Number(Count)} records, {Number(InScope)} of them in scope, on {Number(Pages)} "
            + $"{(Pages == 1 ? "page" : "pages")}; {string.Join("; ", ways.OfType<string>())}";
    }

    private async Task<(string? Key, string? Cursor)> ListAsync(
        ISource source, IReadOnlyList<string> paths, CancellationToken token)
    {
        string? key = null;
        string? cursor = null;
        await foreach (var page in source.ListAsync(token))
        {
            Pages++;
            Count += page.Records.Count;
            InScope += page.Records.Count(record => record.InScope);
            Stamped += page.Records.Count(record => record.Modified is not null);
            Bad.AddRange(page.Bad);
            foreach (var record in page.Records)
                foreach (var path in paths.Where(path => IsMissing(record, path)))
                    Missing[path] = Missing.GetValueOrDefault(path) + 1;
            key ??= page.Records is [var first, ..] ? first.Key : null;
            (EndProof, cursor) = (page.EndProof, page.Cursor);
        }

        return (key, cursor);
    }

    private static bool IsMissing(Record record, string path) =>
        record.Value is IOpenRecord open && OpenPath.Get(open.Node, path).Kind == FieldKind.Absent;

    private async Task ReadAsync(ISource source, string key, CancellationToken token)
    {
        if (await source.ReadAsync(key, token) is { } read && read.Key == key)
            ReadByKey = key;
        else
            LostKey = key;
    }

    private static async Task<int> ChangedAsync(IDeltaSource source, string cursor, CancellationToken token)
    {
        var changed = 0;
        await foreach (var page in source.ListChangedAsync(cursor, token))
            changed += page.Records.Count;

        return changed;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
