using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.Conversations;

/// <summary>No secret gets into what is kept of conversations.</summary>
public sealed class ScrubTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_secret_is_hidden_wherever_it_stands()
    {
        var recorder = new Recorder("known-secret");
        using var client = new HttpClient(Over(recorder, () => new(HttpStatusCode.OK)
        {
            Headers = { { "Set-Cookie", "session=secret-01" }, { "X-New", "secret-02" } },
            Content = new StringContent(
                """
                {"access_token":"secret-03","inner":[{"Refresh-Token":"secret-04"}],"clientSecret":"secret-05",
                 "said":"secret-06 secret-07 known-secret secret-08 secret-09",
                 "country_code":"NO","token_type":"bearer"}
                """,
                Encoding.UTF8, "application/json"),
        }));
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "http://127.0.0.1:4711/token?api_key=secret-06&name=known-secret")
        {
            Headers =
            {
                { "Authorization", "Basic secret-07" }, { "Ocp-Apim-Subscription-Key", "secret-08" },
                { "Cookie", "a=secret-10" }, { "User-Agent", "Sluice/1.2.3" },
            },
            Content = new FormUrlEncodedContent(
                [new("code", "secret-09"), new("client_secret", "secret/11"), new("grant_type", "a b")]),
        };
        await client.SendAsync(request, Token);

        Assert.DoesNotContain("secret-", recorder.Text.Replace("known-secret", "secret-", StringComparison.Ordinal));
        Assert.DoesNotContain("secret/", recorder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", recorder.Text, StringComparison.Ordinal);
        Assert.All(
            [
                "POST /token", "api_key=***", "name=***", "Authorization: Basic ***", "Cookie: ***", "code=***",
                "grant_type=a b", "User-Agent: Sluice/VERSION", "Set-Cookie: ***", "X-New: ***",
                "\"country_code\": \"NO\"", "\"token_type\": \"bearer\"", "\"said\": \"*** *** *** *** ***\"",
            ],
            line => Assert.Contains(line, recorder.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_turns_out_to_be_a_secret_is_hidden_in_what_was_said_before()
    {
        var recorder = new Recorder();
        using var client = new HttpClient(Over(
            recorder, () => new(HttpStatusCode.OK) { Content = new StringContent("""{"access_token":"late-one"}""") }));
        await client.GetAsync(new Uri("http://example.test/late-one"), Token);

        Assert.DoesNotContain("late-one", recorder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_kept_conversation_holds_a_credential_of_the_sandbox()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var secrets = Conversation.SecretsOf(sandbox.Addresses).ToList();
        var files = Directory.GetFiles(Here(), "*.verified.txt");

        Assert.True(files.Length > 40, $"Only {files.Length} files are there.");
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file, Token);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotMatch(@"(?i)(bearer|basic) [^*]", text);
            Assert.DoesNotMatch(@"(?i)(token|secret|password)""?\s*[:=]\s*""?[^*\s""]", text);
            Assert.DoesNotMatch(@"(?im)^[\w-]*(cookie|key|authorization)[\w-]*: (?!(bearer |basic )?\*\*\*$)", text);
        }
    }

    private static DelegatingHandler Over(Recorder recorder, Func<HttpResponseMessage> answer)
    {
        var handler = recorder.Handler();
        handler.InnerHandler = new ScriptedHandler((_, _) => answer());
        return handler;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
