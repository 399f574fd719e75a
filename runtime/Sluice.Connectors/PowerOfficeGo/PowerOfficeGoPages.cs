using System.Globalization;
using System.Text.Json;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>Cuts pages: bare lists whose header <c>X-Pagination</c> says whether another follows.</summary>
internal static class PowerOfficeGoPages
{
    private const string Header = "X-Pagination";
    private const string Next = "nextPageLink";

    /// <summary>
    /// The filter for what changed at a point in time or after it. It leaves out its own value, so the smallest step
    /// before it is sent.
    /// </summary>
    public static string Before(DateTimeOffset stamp) =>
        stamp.AddTicks(-1).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static Slice Cut(Slices slices, string what, Answer answer)
    {
        var slice = answer.Status == 204 ? new([]) : slices.Bare(what, answer);
        return slice with { IsLast = IsLast(answer) };
    }

    /// <summary>
    /// What the header says. Where it is missing, cannot be read or does not speak of a next page, nothing is known,
    /// and the walk goes on to an empty page. Its member is known from other clients only, so its case does not count.
    /// </summary>
    private static bool? IsLast(Answer answer)
    {
        if (!answer.Headers.TryGetValues(Header, out var values))
            return null;

        try
        {
            var paging = JsonElement.Parse(string.Join(',', values));
            return paging.ValueKind == JsonValueKind.Object
                ? paging.EnumerateObject()
                    .Where(member => string.Equals(member.Name, Next, StringComparison.OrdinalIgnoreCase))
                    .Select(member => (bool?)(member.Value.ValueKind == JsonValueKind.Null))
                    .FirstOrDefault()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
