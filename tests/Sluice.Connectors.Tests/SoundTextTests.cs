using System.Net;
using System.Text;
using System.Text.Json;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>What is no text in an answer costs nobody the rest of it.</summary>
public sealed class SoundTextTests
{
    [Theory]
    [InlineData("""cut \ud83d off""", "cut \ufffd off")]
    [InlineData("""\udE00 the other half""", "\ufffd the other half")]
    [InlineData("""\uD83D\uD83D\uDE00""", "\ufffd\U0001F600")]
    [InlineData("""\ud83d\n""", "\ufffd\n")]
    [InlineData("""whole \ud83d\ude00""", "whole \U0001F600")]
    [InlineData("""escaped \\ud83d, no emoji""", """escaped \ud83d, no emoji""")]
    [InlineData("""quoted \\\ud83d""", "quoted \\\ufffd")]
    [InlineData("""\u00e5 is \u00E5""", "å is å")]
    public async Task A_text_with_half_an_emoji_is_read_and_the_half_shows_as_replaced(string written, string read)
    {
        var shown = await ReadAsync(Encoding.UTF8.GetBytes(Page(written)));

        Assert.Equal(read, shown.GetProperty("notes").GetString());
        Assert.Equal(read, shown.GetProperty("company_name").GetString());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_replaced()
    {
        var page = Encoding.Latin1.GetBytes(Page("Bj\u00f8rn"));

        Assert.Equal("Bj\ufffdrn", (await ReadAsync(page)).GetProperty("notes").GetString());
    }

    private static string Page(string text) =>
        $$"""{"companies":[{"id":7,"company_name":"{{text}}","notes":"{{text}}"}],"count":1}""";

    // The record as it was listed, after its contract was read from it.
    private static async Task<JsonElement> ReadAsync(byte[] page)
    {
        await using var host = Host.Of(new ScriptedHandler((_, _) => new(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(page) { Headers = { ContentType = new("application/json") } },
        }));
        var listed = (await host.PagesAsync("Keap", "Companies")).SelectMany(one => one.Records);
        return Assert.Single(listed).Raw;
    }
}
