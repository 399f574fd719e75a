using System.Net.Http.Headers;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Grants;

/// <summary>Asks one token server, once each time, and says what is known afterwards.</summary>
/// <remarks>
/// What was sent is seen through, whoever stops waiting: a reply that nobody reads may hold the only good tokens.
/// </remarks>
internal sealed class TokenServer(GrantSettings settings, SystemOptions options, HttpClient client, TimeProvider time)
{
    // What is wrong there is the application, or the way it asks; the code or token that it brought is untouched.
    private static readonly string[] OfTheApplication =
        ["invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope"];

    // It says itself that it may pass.
    private static readonly string[] Passing = ["temporarily_unavailable", "server_error", "slow_down"];

    private readonly Exchange _exchange = new(options, time);

    public Task<GrantReply> ForCodeAsync(string code) => AskAsync(
        [
            .. settings.Fields(settings.WithCode),
            new("grant_type", "authorization_code"),
            new("code", code),
            new("redirect_uri", settings.RedirectAddress.OriginalString),
        ],
        settings.Basic(settings.WithCode), code, known: null);

    public Task<GrantReply> ForRefreshAsync(Grant grant) => AskAsync(
        [
            .. settings.Fields(settings.WithRefresh),
            new("grant_type", "refresh_token"),
            new("refresh_token", grant.Refresh),
        ],
        settings.Basic(settings.WithRefresh), grant.Refresh, grant.Refresh);

    private async Task<GrantReply> AskAsync(
        IEnumerable<KeyValuePair<string, string>> form, string? basic, string secret, string? known)
    {
        var asked = time.GetUtcNow();
        try
        {
            var answer = await _exchange.CallAsync(
                CallKind.Urgent, token => SendAsync(form, basic, token), CancellationToken.None);
            var reply = Reply(answer, asked, known);
            return reply with { Words = options.Redact(reply.Words.Replace(secret, "***", StringComparison.Ordinal)) };
        }
        catch (HeldBackException cause)
        {
            return new(GrantOutcome.NotGiven, cause.Message);
        }
        catch (HttpRequestException cause) when (cause.IsBeforeSending())
        {
            return new(GrantOutcome.NotGiven, options.Redact($"it could not be reached: {cause.Message}"));
        }
        catch (Exception cause) when (
            cause is HttpRequestException or IOException or TimeoutException or AnswerTooLongException)
        {
            return new(GrantOutcome.Unknown, options.Redact($"its answer was lost: {cause.Message}"));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        IEnumerable<KeyValuePair<string, string>> form, string? basic, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.TokenAddress);
        if (basic is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        request.Content = new FormUrlEncodedContent(form);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }

    private static GrantReply Reply(Answer answer, DateTimeOffset asked, string? known)
    {
        var said = VendorWords.Of(answer) is { } words ? $"{answer.Status}: {words}" : $"{answer.Status}";
        if (answer.IsSuccess)
            return Read(answer, asked, known) is { } grant
                ? new(GrantOutcome.Given, "") { Grant = grant }
                : new(GrantOutcome.Unknown, $"its answer holds no tokens ({said})");
        if (answer.Status == 408)
            return new(GrantOutcome.Unknown, $"it gave up waiting ({said})");

        var error = answer.IsWebPage || answer.Json() is not { } body ? null : Members.Text(body, "error");
        if (answer.Status == 401 || OfTheApplication.Contains(error))
            return new(GrantOutcome.NotGiven, $"it does not know this application ({said})")
            {
                IsApplicationUnknown = true,
            };
        if (error is not null && answer.Status is 400 or 403 && !Passing.Contains(error))
            return new(GrantOutcome.Refused, said);

        // It answered, and gave nothing: what was sent for it is tried again later.
        return new(GrantOutcome.NotGiven, $"it gives out none for now ({said})")
        {
            RetryAfter = answer.RetryAfter,
            IsInDoubt = answer is { Status: >= 500 and not 503, RetryAfter: null },
        };
    }

    private static Grant? Read(Answer answer, DateTimeOffset asked, string? known)
    {
        if (answer.IsWebPage || answer.Json() is not { } body || Members.Text(body, "access_token") is not { } access
            || (Members.Text(body, "refresh_token") ?? known) is not { } refresh
            || Members.Lifetime(body) is not { } lifetime)
            return null;

        return new() { Access = access, Refresh = refresh, GivenAt = asked, EndsAt = asked + lifetime };
    }
}
