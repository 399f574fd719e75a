using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>
/// The reply to a list. It names a next page even behind the last one, as the vendor may: nobody should lean on it.
/// </summary>
internal static class KeapPage
{
    public static Reply Of(
        Call call, string collection, PageRequest page, IReadOnlyList<Row> rows, Func<Row, JsonObject> show) =>
        Reply.Json(200, new JsonObject
        {
            [collection] = new JsonArray([.. page.Of(rows).Select(show)]),
            ["count"] = rows.Count,
            ["next"] = Link(call, page with { Skip = page.Skip + page.Top }),
            ["previous"] = Link(call, page with { Skip = Math.Max(0, page.Skip - page.Top) }),
        }) with { Page = page.Number };

    private static string Link(Call call, PageRequest page)
    {
        var others = call.Query.Where(item => item.Key is not ("limit" or "offset"));
        var query = others.Select(item => $"{item.Key}={Uri.EscapeDataString(item.Value)}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{call.Origin}{call.Path}?{string.Join('&', query.Prepend($"limit={page.Top}&offset={page.Skip}"))}");
    }
}
