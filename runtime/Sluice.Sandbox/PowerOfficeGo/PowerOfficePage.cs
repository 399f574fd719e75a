using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>A list: a bare array with its paging in the header X-Pagination, or 204 and nothing.</summary>
internal static class PowerOfficePage
{
    private const int DefaultSize = 5000;
    private const int MaximumSize = 20_000;

    /// <summary>The query parameters every list takes.</summary>
    public static IReadOnlyList<string> Query { get; } =
        ["PageNumber", "PageSize", "OrderBy", "Fields", "UseDatabaseValidation"];

    public static Reply Of(Call call, IReadOnlyList<Row> rows, int cap, Shape shape)
    {
        if (!PageRequest.TryRead(call, "PageNumber", 1, 1, int.MaxValue, out var number)
            || !PageRequest.TryRead(call, "PageSize", DefaultSize, 1, MaximumSize, out var asked))
            return PowerOfficeErrors.Refuse(400, $"PageNumber must be 1 or more, PageSize from 1 to {MaximumSize}.");
        if (Names(call, "Fields").FirstOrDefault(name => !shape.Properties.ContainsKey(name)) is { } unknown)
            return PowerOfficeErrors.Refuse(400, $"Fields names '{unknown}', which is not a property.");
        if (!TrySort(call, rows, shape, out var sorted))
            return PowerOfficeErrors.Refuse(
                400, $"OrderBy '{call.Query["OrderBy"]}' is not understood; write 'Field asc, Field2 desc'.");

        var size = Math.Min(asked, cap);
        var shown = sorted.Skip(Math.Min(int.MaxValue / size, number - 1) * size)
            .Take(size)
            .Select(row => Shown(row, Names(call, "Fields")))
            .ToArray();
        var reply = shown.Length == 0 ? new Reply(204) : Reply.Json(200, new JsonArray([.. shown]));
        return reply.With("X-Pagination", Pagination(call, rows.Count, number, size)) with { Page = number };
    }

    private static string Pagination(Call call, int total, int number, int size)
    {
        var pages = (total + size - 1) / size;
        return new JsonObject
        {
            ["totalCount"] = total,
            ["pageSize"] = size,
            ["currentPage"] = number,
            ["totalPages"] = pages,
            ["previousPageLink"] = number > 1 ? Link(call, number - 1, size) : null,
            ["nextPageLink"] = number < pages ? Link(call, number + 1, size) : null,
        }.ToJsonString();
    }

    private static string Link(Call call, int number, int size)
    {
        var others = call.Query.Where(item => item.Key is not ("PageNumber" or "PageSize"));
        var query = others.Select(item => $"{item.Key}={Uri.EscapeDataString(item.Value)}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{call.Origin}{call.Path}?{string.Join('&', query.Prepend($"PageNumber={number}&PageSize={size}"))}");
    }

    private static JsonObject Shown(Row row, string[] names)
    {
        var shown = PowerOfficeEntity.Show(row.Body);
        return names.Length == 0
            ? shown
            : new(names.Distinct()
                .Where(shown.ContainsKey)
                .Select(name => KeyValuePair.Create(name, shown[name]?.DeepClone())));
    }

    private static string[] Names(Call call, string parameter) =>
        call.Query.TryGetValue(parameter, out var text) ? text.Split(',', StringSplitOptions.TrimEntries) : [];

    private static bool TrySort(Call call, IReadOnlyList<Row> rows, Shape shape, out IReadOnlyList<Row> sorted)
    {
        sorted = rows;
        foreach (var part in Names(call, "OrderBy").Reverse())
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is not (1 or 2) || !shape.Properties.ContainsKey(words[0]))
                return false;

            // Sorting is stable, so the last name goes first.
            switch (words.Length == 2 ? words[1] : "asc")
            {
                case "asc":
                    sorted = [.. sorted.OrderBy(row => row.Body[words[0]], ScalarComparer.Instance)];
                    break;
                case "desc":
                    sorted = [.. sorted.OrderByDescending(row => row.Body[words[0]], ScalarComparer.Instance)];
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
