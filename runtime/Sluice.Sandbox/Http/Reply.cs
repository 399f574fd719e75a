using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Http;

internal sealed record Reply(int Status, byte[]? Body = null, string? ContentType = null)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The id of the record that was written; null where nothing was.</summary>
    public string? Written { get; init; }

    /// <summary>Which page of a listing this is, counted from 1; null where it is none.</summary>
    public int? Page { get; init; }

    /// <summary>How much later the request is carried out; null where it was, or was refused.</summary>
    public TimeSpan? Later { get; init; }

    public Delivery Delivery { get; init; } = PlainDelivery.Instance;

    public static Reply Json(int status, JsonNode body, string contentType = "application/json;charset=UTF-8") =>
        new(status, JsonText.Write(body), contentType);

    public Reply Wrote(string id) => this with { Written = id };

    public Reply With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };

    public Reply With(string header, long value) => With(header, value.ToString(CultureInfo.InvariantCulture));
}
