using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Data;

/// <summary>What a system held at each moment since this began, to be shown in place of what it holds.</summary>
/// <remarks>Everything here runs under the sandbox's lock.</remarks>
internal sealed class Replica(VendorSystem system)
{
    private readonly List<(DateTimeOffset Since, IReadOnlyList<IReadOnlyList<Row>> Tables)> _states = [];

    /// <summary>Notes what the system holds from now on.</summary>
    public void Keep(DateTimeOffset now) => _states.Add((
        now, [.. system.Tables.Select(table => (IReadOnlyList<Row>)[.. table.Rows.Select(Copy)])]));

    /// <summary>Answers from what the system held then, or when this began.</summary>
    public T At<T>(DateTimeOffset then, Func<T> answer)
    {
        var state = _states.FindLastIndex(known => known.Since <= then);
        if (state > 0)
            _states.RemoveRange(0, state);

        return With(system, _states[0].Tables, answer);
    }

    /// <summary>Answers from other records than those that the system holds.</summary>
    public static T With<T>(VendorSystem system, IReadOnlyList<IReadOnlyList<Row>> tables, Func<T> answer)
    {
        var before = system.Tables.Select((table, i) => table.Replace(tables[i])).ToList();
        try
        {
            return answer();
        }
        finally
        {
            foreach (var (i, table) in system.Tables.Index())
                table.Replace(before[i]);
        }
    }

    private static Row Copy(Row row) => new(row.Id, (JsonObject)row.Body.DeepClone());
}
