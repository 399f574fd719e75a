using System.Globalization;
using System.Text;
using System.Text.Json;
using Sluice.Snapshots;

namespace Sluice.Generator.Tests.Rest;

/// <summary>
/// The call list. Refit 8.0.0 must send and give back the same for the same interface, so a difference is a defect of
/// the generator and no reason to accept the snapshot anew.
/// </summary>
public sealed class RestWireTests
{
    private const string Ok =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ";

    private static readonly (string Name, string Answer, Func<IWire, CancellationToken, Task<object>> Call)[] Calls =
    [
        (
            "numbers", Json("""{"companies":[{"company_name":"A","size":1}],"count":1}"""),
            async (wire, token) => await wire.ListAsync(50, 9_876_543_210, 3, token)),
        (
            "null parameter", Json("""{"companies":[],"count":0}"""),
            async (wire, token) => await wire.ListAsync(0, -1, null, token)),
        (
            "path values are escaped", Json("""{"company_name":"\u00c5","size":null}"""),
            async (wire, token) => await wire.ReadAsync("a/b c?d", 7, token)),
        (
            "guid in path", Json("{}"),
            async (wire, token) => await wire.HeadOfAsync(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), token)),
        (
            "odd characters", Json("{}"),
            async (wire, token) =>
                await wire.SearchAsync("(name eq 'Ål & Sønn') +😀\ud800", "id,name", 1234.50m, Guid.Empty, token)),
        ("empty and null text", Json("{}"), async (wire, token) => await wire.SearchAsync("", null, null, null, token)),
        (
            "lists", Json("{}"),
            async (wire, token) =>
                await wire.ListsAsync(["a", null, "b,c"], [1, 2], ["x", null, "y"], [3L, 4L], token)),
        ("empty lists", Json("{}"), async (wire, token) => await wire.ListsAsync([], [], [], [], token)),
        ("null list", Json("{}"), async (wire, token) => await wire.ListsAsync(null, [-5], ["&"], [1L], token)),
        (
            "dates", Json("{}"),
            async (wire, token) => await wire.DatesAsync(
                new(2024, 7, 22), new(2024, 7, 22, 13, 5, 9, TimeSpan.Zero), [new(2024, 1, 1), new(2025, 12, 1)],
                token)),
        ("headers", Json("{}"), async (wire, token) => await wire.HeadersAsync("a\r\nX-Evil: b", "c", token)),
        ("headers taken away", Json("{}"), async (wire, token) => await wire.HeadersAsync(null, null, token)),
        (
            "json body", "HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
            async (wire, token) => await wire.CreateAsync(new("Ål \"1\"", 12), token)),
        ("null body", Json("null"), async (wire, token) => await wire.CreateAsync(null, token)),
        (
            "array body, other content type", Json("{}"),
            async (wire, token) => await wire.PatchAsync("42", [new("A", null)], token)),
        ("text as json", Json("{}"), async (wire, token) => await wire.PutAsync("42", """{"a":"Å"}""", "a", token)),
        ("text", Json("plain"), async (wire, token) => await wire.TextAsync("hei på deg", token)),
        (
            "form", Json("""{"access_token":"x"}"""),
            async (wire, token) =>
                await wire.FormAsync(new FormUrlEncodedContent([new("grant_type", "client credentials")]), token)),
        (
            "stream", Json("{}"),
            async (wire, token) => await wire.StreamAsync(new MemoryStream("bytes"u8.ToArray()), token)),
        (
            "element", Json("{}"),
            async (wire, token) =>
                await wire.ElementAsync(JsonDocument.Parse("""{"B": [1.0, "å"]}""").RootElement, token)),
        ("no body", Json("{}"), async (wire, token) => await wire.NothingAsync(token)),
        (
            "delete", "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n",
            async (wire, token) => await wire.DeleteAsync("42", token)),
        ("dots climb", Json("{}"), async (wire, token) => await wire.DeleteAsync("..", token)),
        ("empty key", Json("{}"), async (wire, token) => await wire.DeleteAsync("", token)),
        ("keyword", Json("{}"), async (wire, token) => await wire.KeywordAsync("x", token)),
        (
            "empty answer", "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n",
            async (wire, token) => await wire.CreateAsync(new(null, null), token)),
        ("answer is html", Json("<html>"), async (wire, token) => await wire.CreateAsync(new(null, null), token)),
        (
            "answer is cut off", Ok + "100\r\n\r\n{\"company",
            async (wire, token) => await wire.CreateAsync(new(null, null), token)),
        ("type not in context", Json("{}"), async (wire, token) => await wire.UnknownAsync(token)),
        (
            "error",
            "HTTP/1.1 422 Unprocessable Entity\r\nRetry-After: 7\r\nContent-Type: application/json\r\nConnection: "
                + "close\r\nContent-Length: 15\r\n\r\n{\"error\":\"no!\"}",
            async (wire, token) => await wire.CreateAsync(new(null, null), token)),
        (
            "error without content",
            "HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
            async (wire, token) => await wire.DeleteAsync("1", token)),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("nb-NO")]
    [InlineData("ar-SA")]
    public async Task Calls_are_the_same_bytes_in_every_culture(string culture)
    {
#pragma warning disable RS0030 // The point of this test is that the machine's culture does not matter.
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
#pragma warning restore RS0030
        var seen = new StringBuilder();
        foreach (var (name, answer, call) in Calls)
        {
            await using var server = new Loopback { Answer = answer };
            using var client = new HttpClient { BaseAddress = new Uri(server.Address, "/base") };
            var settings =
                new RefitSettings(new SystemTextJsonContentSerializer(WireContext.Default.Options)) { Buffered = true };
            var outcome = await call(RestService.For<IWire>(client, settings), TestContext.Current.CancellationToken);
            seen.Append("== ").Append(name).Append('\n').Append(server.Request).Append("\n-> ")
                .Append(Describe(outcome)).Append("\n\n");
        }

        Snapshot.Verify(seen.ToString(), "wire.txt");
    }

    [Fact]
    public async Task Without_a_base_address_nothing_is_sent()
    {
        using var client = new HttpClient();
        var wire = RestService.For<IWire>(
            client, new RefitSettings(new SystemTextJsonContentSerializer(WireContext.Default.Options)));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            wire.NothingAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_is_no_rest_interface_has_no_client()
    {
        using var client = new HttpClient();
        var settings = new RefitSettings(new SystemTextJsonContentSerializer(WireContext.Default.Options));
        Assert.Throws<NotSupportedException>(() => RestService.For<IDisposable>(client, settings));
    }

    private static string Json(string body) => FormattableString.Invariant($"{Ok}{body.Length}\r\n\r\n{body}");

    private static string Describe(object outcome)
    {
        using var owned = (IDisposable)outcome;
        return outcome switch
        {
            IApiResponse<WirePage> page =>
                $"{Status(page)} {(page.Content is { Companies: { } companies } ? string.Join(";", companies) : "")}",
            IApiResponse<WireRecord> record => $"{Status(record)} {record.Content}",
            IApiResponse<string> text => $"{Status(text)} {text.Content}",
            IApiResponse<JsonElement> element => $"{Status(element)} {element.Content}",
            IApiResponse response => Status(response),
            HttpResponseMessage message => FormattableString.Invariant($"{(int)message.StatusCode}"),
            _ => throw new InvalidOperationException(outcome.GetType().Name),
        };
    }

    private static string Status(IApiResponse response) =>
        FormattableString.Invariant(
            $"{(int)response.StatusCode} {response.IsSuccessStatusCode}/{response.IsSuccessful} ")
        + $"{response.Error?.InnerException?.GetType().Name}{response.Error?.Content}";
}
