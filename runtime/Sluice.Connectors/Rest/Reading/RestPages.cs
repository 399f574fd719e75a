using System.Globalization;
using System.Text.Json;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>Cuts the pages of one entity, as its settings describe them.</summary>
/// <param name="entity">The settings.</param>
/// <param name="address">Where the list is: what an address in a page may be relative to.</param>
/// <param name="failures">Says what is wrong.</param>
internal sealed class RestPages(EntityOptions entity, Uri address, Failures failures)
{
    private const int NoContent = 204;

    private readonly StampCheck _stamps = new(entity, failures);

    /// <exception cref="RemoteException">The answer is something else, or leads elsewhere.</exception>
    public Slice Cut(Slices slices, string what, Answer answer)
    {
        if (answer.Status == NoContent)
            return new([]) { IsLast = true };

        var body = slices.Json(what, answer);
        var slice = new Slice([.. List(what, body).EnumerateArray()]) { Total = Total(body, answer) };
        _stamps.Look(what, slice.Elements);
        return entity.Paging.Style switch
        {
            PagingStyle.None => slice with { IsLast = true },
            PagingStyle.Cursor or PagingStyle.NextLink => NextOf(what, body, answer, slice.Total) is { } next
                ? slice with { Next = next, IsLast = More(body) == false ? true : null }
                : slice with { IsLast = true },
            _ => slice with { IsLast = More(body) is { } more ? !more : null },
        };
    }

    private JsonElement List(string what, JsonElement body)
    {
        if (entity.Envelope.Items is not { } items)
            return body.ValueKind == JsonValueKind.Array
                ? body
                : throw failures.Shape(
                    what,
                    body.ValueKind == JsonValueKind.Object && Lists(body) is { Length: > 0 } lists
                        ? $"a bare list was expected, and an object with the list {lists} came; "
                            + $"{entity.Place}:{nameof(entity.Envelope)}:{nameof(entity.Envelope.Items)} says where "
                            + "the list is"
                        : "a bare list was expected");

        return JsonPlace.Find(body, items) is { ValueKind: JsonValueKind.Array } list
            ? list
            : throw failures.Shape(what, $"a list at '{items}' was expected");
    }

    private static string Lists(JsonElement body) => string.Join(
        " or ", body.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array)
            .Select(member => $"'{member.Name}'"));

    private long? Total(JsonElement body, Answer answer) =>
        entity.Envelope.Total is { } total ? JsonPlace.Whole(body, total)
        : entity.Envelope.TotalHeader is { } header && answer.Headers.TryGetValues(header, out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private bool? More(JsonElement body) =>
        entity.Paging.More is { } more && JsonPlace.Find(body, more) is { } member
            && member.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? member.ValueKind == JsonValueKind.True
            : null;

    private string? NextOf(string what, JsonElement body, Answer answer, long? total)
    {
        var paging = entity.Paging;
        var next = paging.Next is { } path
            ? Found(JsonPlace.Find(body, path), JsonPlace.Text(body, path), out var isMissing)
            : NextHeader.Find(paging.NextHeader!, answer.Headers, out isMissing);

        // A total proves the end by itself.
        if (isMissing && total is null && !paging.NextOmitted && More(body) != false)
            throw failures.Unsaid(
                what, paging.Next is null ? $"the header {paging.NextHeader}" : $"'{paging.Next}'",
                $"{entity.Place}:{nameof(entity.Paging)}:{nameof(paging.NextOmitted)}");

        return next is null || paging.Style == PagingStyle.Cursor ? next : Inside(what, next);
    }

    private static string? Found(JsonElement? member, string? text, out bool isMissing)
    {
        isMissing = member is null;
        return text;
    }

    // Only where we are anyway: calls are signed.
    private string Inside(string what, string next)
    {
        if (!Uri.TryCreate(address, next, out var place))
            throw failures.Shape(what, "the address of the next page is none");

        return place.Scheme == address.Scheme && place.Authority == address.Authority && place.UserInfo.Length == 0
            ? place.AbsoluteUri
            : throw failures.Elsewhere($"what follows {what}", place);
    }
}
