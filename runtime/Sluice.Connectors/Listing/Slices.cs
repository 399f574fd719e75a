using System.Text.Json;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Listing;

/// <summary>Cuts answers into slices.</summary>
internal sealed class Slices(Failures failures)
{
    /// <summary>A bare list. What marks its end stands elsewhere, or nowhere.</summary>
    /// <exception cref="RemoteException">The answer is no list.</exception>
    public Slice Bare(string what, Answer answer)
    {
        var body = Json(what, answer);
        return body.ValueKind == JsonValueKind.Array
            ? new([.. body.EnumerateArray()])
            : throw failures.Shape(what, "a list was expected");
    }

    /// <summary>A list in a member of an object, with the number of all elements in another.</summary>
    /// <exception cref="RemoteException">The answer is something else.</exception>
    public Slice Enveloped(string what, Answer answer, string list, string total)
    {
        var body = Json(what, answer);
        if (body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty(list, out var elements)
            || elements.ValueKind != JsonValueKind.Array)
            throw failures.Shape(what, $"an object with a list '{list}' was expected");

        return new([.. elements.EnumerateArray()])
        {
            Total = body.TryGetProperty(total, out var count)
                && count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out var number)
                ? number
                : null,
        };
    }

    /// <summary>An answer's JSON.</summary>
    /// <exception cref="RemoteException">It has none.</exception>
    public JsonElement Json(string what, Answer answer)
    {
        if (!answer.IsSuccess)
            throw failures.Of(what, answer);

        return answer.IsWebPage || answer.Json() is not { } body ? throw failures.NotJson(what, answer) : body;
    }
}
