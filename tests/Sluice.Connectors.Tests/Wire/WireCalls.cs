using System.Text.Json;
using Sluice.Http;
using static Sluice.Connectors.Tests.Wire.Answers;

namespace Sluice.Connectors.Tests.Wire;

/// <summary>A call for each thing that the subset allows, and for each thing that can come of a call.</summary>
internal static class WireCalls
{
    private static readonly WireRecord Nobody = new(null, null);

    public static IReadOnlyList<WireCall> Requests { get; } =
    [
        Call(
            "numbers", Ok("""{"companies":[{"company_name":"A","size":1}],"count":1}"""),
            (wire, token) => wire.ListAsync(50, 9_876_543_210, 3, token)),
        Call(
            "null parameter", Ok("""{"companies":[],"count":0}"""),
            (wire, token) => wire.ListAsync(0, -1, null, token)),
        Call(
            "path values are escaped", Ok("""{"company_name":"\u00c5","size":null}"""),
            (wire, token) => wire.ReadAsync("a/b c?d", 7, token)),
        Call(
            "guid in path", Ok("{}"),
            (wire, token) => wire.HeadOfAsync(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), token)),
        Call(
            "odd characters", Ok("{}"),
            (wire, token) =>
                wire.SearchAsync("(name eq 'Ål & Sønn') +😀\ud800", "id,name", 1234.50m, Guid.Empty, token)),
        Call("empty and null text", Ok("{}"), (wire, token) => wire.SearchAsync("", null, null, null, token)),
        Call(
            "lists", Ok("{}"),
            (wire, token) => wire.ListsAsync(["a", null, "b,c"], [1, 2], ["x", null, "y"], [3L, 4L], token)),
        Call("empty lists", Ok("{}"), (wire, token) => wire.ListsAsync([], [], [], [], token)),
        Call("null list", Ok("{}"), (wire, token) => wire.ListsAsync(null, [-5], ["&"], [1L], token)),
        Call(
            "lists of values", Ok("{}"),
            (wire, token) => wire.ValuesAsync(
                [1.50m, -1234567.89m], [Guid.Empty, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")],
                [2.345m, 1000m], 42, token)),
        Call(
            "dates", Ok("{}"),
            (wire, token) => wire.DatesAsync(
                new(2024, 7, 22), new(2024, 7, 22, 13, 5, 9, TimeSpan.Zero),
                new(2024, 7, 22, 13, 5, 9, DateTimeKind.Utc), [new(2024, 1, 1), new(2025, 12, 1)], token)),
        Call("headers", Ok("{}"), (wire, token) => wire.HeadersAsync("a\r\nX-Evil: b", "c", token)),
        Call("headers taken away", Ok("{}"), (wire, token) => wire.HeadersAsync(null, null, token)),
        Call(
            "json body", "HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
            (wire, token) => wire.CreateAsync(new("Ål \"1\"", 12), token)),
        Call("null body", Ok("null"), (wire, token) => wire.CreateAsync(null, token)),
        Call(
            "array body, other content type", Ok("{}"),
            (wire, token) => wire.PatchAsync("42", [new("A", null)], token)),
        Call("text as json", Ok("{}"), (wire, token) => wire.PutAsync("42", """{"a":"Å"}""", "a", token)),
        Call(
            "list beside no body, and a header", Ok("{}"),
            (wire, token) => wire.TagAsync(1, ["a b", "c"], "\"7\"", token)),
        Call("text", Ok("plain"), (wire, token) => wire.TextAsync("hei på deg", token)),
        Call(
            "form", Ok("""{"access_token":"x"}"""),
            (wire, token) =>
                wire.FormAsync(new FormUrlEncodedContent([new("grant_type", "client credentials")]), token)),
        Call("stream", Ok("{}"), (wire, token) => wire.StreamAsync(new MemoryStream("bytes"u8.ToArray()), token)),
        Call(
            "element", Ok("{}"),
            (wire, token) => wire.ElementAsync(JsonDocument.Parse("""{"B": [1.0, "å"]}""").RootElement, token)),
        Call("no body", Ok("{}"), (wire, token) => wire.NothingAsync(token)),
        Call("delete", NoContent, (wire, token) => wire.DeleteAsync("42", token)),
        Call("dots climb", Ok("{}"), (wire, token) => wire.DeleteAsync("..", token)),
        Call("empty key", Ok("{}"), (wire, token) => wire.DeleteAsync("", token)),
        Call("keyword", Ok("{}"), (wire, token) => wire.KeywordAsync("x", token)),
    ];

    public static IReadOnlyList<WireCall> Outcomes { get; } =
    [
        Call("204 where a body was promised", NoContent, (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("nothing", Ok(""), (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("null", Ok("null"), (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("a web page", Ok("<html>"), (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("a web page in chunks", Chunked("<html>"), (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("chunks", Chunked("""{"company_name":"A"}"""), (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("no chunks", Chunked(""), (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("another shape", Ok("""{"size":"many"}"""), (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("a type that the context does not know", Ok("{}"), (wire, token) => wire.UnknownAsync(token)),
        Call(
            "Latin-1", Of("200 OK", "application/json; charset=iso-8859-1", """{"company_name":"Ål"}"""),
            (wire, token) => wire.CreateAsync(Nobody, token)),
        Call(
            "UTF-8 with a mark", Ok("\uFEFF{\"company_name\":\"Ål\"}"),
            (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("text in UTF-8", Of("200 OK", "text/plain", Utf8("hå")), (wire, token) => wire.TextAsync("", token)),
        Call(
            "text in Latin-1", Of("200 OK", "text/plain; charset=iso-8859-1", "hå"),
            (wire, token) => wire.TextAsync("", token)),
        Call(
            "headers of an answer",
            Of("200 OK", "application/json", "{}", "X-Pagination: {\"total\":3}", "X-Two: a, b"),
            (wire, token) => wire.ListAsync(1, 0, null, token)),
        Call(
            "a refusal",
            Of("422 Unprocessable Entity", "application/json", """{"error":"no!"}""", "Retry-After: 7"),
            (wire, token) => wire.CreateAsync(Nobody, token)),
        Call(
            "a refusal as a problem",
            Of("400 Bad Request", "application/problem+json", """{"title":"no","errors":{"Name":["short"]}}"""),
            (wire, token) => wire.CreateAsync(Nobody, token)),
        Call(
            "a refusal in Latin-1", Of("400 Bad Request", "text/plain; charset=iso-8859-1", "nå går det galt"),
            (wire, token) => wire.DeleteAsync("1", token)),
        Call(
            "too many calls, until a date",
            Of(
                "429 Too Many Requests", "text/html", "<html>slow down</html>",
                "Retry-After: Wed, 04 Mar 2026 05:07:07 GMT"),
            (wire, token) => wire.ListAsync(1, 0, null, token)),
        Call(
            "a failure without a body", Of("500 Internal Server Error", null, ""),
            (wire, token) => wire.DeleteAsync("1", token)),
        Call("elsewhere", Of("304 Not Modified", null, ""), (wire, token) => wire.ListAsync(1, 0, null, token)),
        Call("a raw refusal", Of("404 Not Found", "text/plain", "no such"), (wire, token) => wire.RawAsync(token)),
        Call("cut before the answer", "", (wire, token) => wire.CreateAsync(Nobody, token)),
        Call(
            "cut in the body of a refusal", Begun("503 Service Unavailable"),
            (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("cut in the body", Begun("200 OK"), (wire, token) => wire.CreateAsync(Nobody, token)),
        Call("cut in a raw body", Begun("200 OK"), (wire, token) => wire.RawAsync(token)),
        Call("cancelled before", "", (wire, token) => wire.CreateAsync(Nobody, token)) with
        {
            Cancelled = Cancelled.Before,
        },
        Call("cancelled before the answer", "", (wire, token) => wire.CreateAsync(Nobody, token)) with
        {
            Cancelled = Cancelled.BeforeTheAnswer,
        },
        Call("cancelled before the body", Begun("200 OK"), (wire, token) => wire.CreateAsync(Nobody, token)) with
        {
            Cancelled = Cancelled.BeforeTheBody,
        },
        Call("cancelled before a raw body", Begun("200 OK"), (wire, token) => wire.RawAsync(token)) with
        {
            Cancelled = Cancelled.BeforeTheBody,
        },
    ];

    private static WireCall Call<T>(string name, string answer, Func<IWire, CancellationToken, Task<T>> send)
        where T : class =>
        new(name, answer, async (client, token) => await send(Client(client), token));

    private static IWire Client(HttpClient client) =>
        RestClients.Create(client, WireContext.Default, RestService.For<IWire>);
}
