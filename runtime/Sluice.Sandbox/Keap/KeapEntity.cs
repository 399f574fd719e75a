using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <param name="table">The records, each with everything that can be shown of it.</param>
/// <param name="optional">Properties that are shown only where <c>optional_properties</c> names them.</param>
/// <param name="limits">What is taken for <c>limit</c>.</param>
internal abstract class KeapEntity(Table table, string[] optional, PageLimits limits)
{
    protected static IReadOnlyList<string> Json { get; } = ["application/json"];

    public Table Table => table;

    protected static bool Agrees(string? value, Call call, string name) =>
        !call.Query.TryGetValue(name, out var wanted)
            || string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);

    protected Reply WithRow(Call call, Func<Row, Reply> answer) => table.TryFind(call.Captures[0], out var row)
        ? answer(row)
        : KeapErrors.Refuse(404, $"There is no {table.Name} entry with the id {call.Captures[0]}.");

    protected Reply Get(Call call, Row row) => TryReadOptional(call, out var also)
        ? Reply.Json(200, Show(row, also))
        : KeapErrors.Refuse(400, $"optional_properties takes {string.Join(", ", optional)}.");

    protected Reply Page(Call call, IReadOnlyList<Row> rows)
    {
        if (!PageRequest.TryRead(call, "offset", "limit", limits, out var page))
            return KeapErrors.Refuse(400, $"offset must be 0 or more, limit from 1 to {limits.Accepted}.");

        return TryReadOptional(call, out var also)
            ? KeapPage.Of(call, table.Name, page, rows, row => Show(row, also))
            : KeapErrors.Refuse(400, $"optional_properties takes {string.Join(", ", optional)}.");
    }

    protected static bool TryReadBody(
        Call call, Shape shape, [NotNullWhen(true)] out JsonObject? body, [NotNullWhen(false)] out Reply? refusal)
    {
        refusal = null;
        if (!call.TryReadObject(Json, out body, out var problem))
            refusal = KeapErrors.Refuse(400, problem);
        else if (shape.Check(body) is { } flaw)
            refusal = KeapErrors.Refuse(flaw);
        else
            return true;

        return false;
    }

    /// <summary>Makes a record of a body that can be read.</summary>
    protected Reply Create(Call call, Read read, Func<Row> make)
    {
        if (!read(call, out var body, out var refusal))
            return refusal;

        var row = make();
        JsonMerge.Into(row.Body, body);
        table.Add(row);
        return Reply.Json(201, Show(row, [])).Wrote(row.Id);
    }

    /// <summary>Puts a body that can be read into a record.</summary>
    protected Reply Update(Call call, Read read, Row row)
    {
        if (!read(call, out var body, out var refusal))
            return refusal;

        JsonMerge.Into(row.Body, body);
        return Reply.Json(200, Show(row, [])).Wrote(row.Id);
    }

    protected Reply Delete(Row row)
    {
        table.Remove(row);
        return new Reply(204).Wrote(row.Id);
    }

    /// <summary>Reads a body, or says what is wrong with it.</summary>
    protected delegate bool Read(
        Call call, [NotNullWhen(true)] out JsonObject? body, [NotNullWhen(false)] out Reply? refusal);

    /// <summary>Orders by what was asked for; ids are numbers, everything else compares to the letter.</summary>
    protected static bool TrySort(
        Call call,
        IReadOnlyDictionary<string, Func<Row, string?>> keys,
        IEnumerable<Row> rows,
        out IReadOnlyList<Row> sorted)
    {
        sorted = [];
        var direction = call.Query.GetValueOrDefault("order_direction", "ASCENDING").ToUpperInvariant();
        if (direction is not ("ASCENDING" or "DESCENDING"))
            return false;

        var list = rows.ToList();
        if (call.Query.TryGetValue("order", out var order) && order != "id")
        {
            if (!keys.TryGetValue(order, out var key))
                return false;

            list = [.. list.OrderBy(key, StringComparer.Ordinal)];
        }

        if (direction == "DESCENDING")
            list.Reverse();
        sorted = list;
        return true;
    }

    protected virtual JsonObject Show(Row row, IReadOnlyList<string> also)
    {
        var shown = row.Body.DeepClone().AsObject();
        foreach (var name in optional.Except(also))
            shown.Remove(name);

        return JsonNulls.Without(shown);
    }

    private bool TryReadOptional(Call call, out IReadOnlyList<string> also)
    {
        also = call.Query.TryGetValue("optional_properties", out var text) ? text.Split(',') : [];
        return also.All(optional.Contains);
    }
}
