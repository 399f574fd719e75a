using Sluice.Connectors.Entities;
using Sluice.Connectors.Listing;

namespace Sluice.Connectors.Http;

/// <summary>
/// Fetches access tokens for one client (client credentials, RFC 6749, 4.4), one at a time, and keeps the last until
/// shortly before it expires.
/// </summary>
internal sealed class AccessTokens : IDisposable
{
    private const string What = "an access token";
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(1);

    private readonly SystemOptions _options;
    private readonly Func<HttpRequestMessage> _request;
    private readonly HttpClient _client;
    private readonly TimeProvider _time;
    private readonly Reads _reads;
    private readonly Failures _failures;
    private readonly SemaphoreSlim _one = new(1);

    // Written while holding the semaphore; read by anybody, who takes what is there.
    private volatile AccessToken? _last;

    /// <param name="options">The system's settings.</param>
    /// <param name="request">Makes a request for a token.</param>
    /// <param name="client">Sends it.</param>
    /// <param name="time">The clock.</param>
    public AccessTokens(
        SystemOptions options, Func<HttpRequestMessage> request, HttpClient client, TimeProvider time)
    {
        (_options, _request, _client, _time, _failures) = (options, request, client, time, new(options));
        _reads = new(new Exchange(options, time));
    }

    /// <summary>A token that should be good.</summary>
    /// <param name="refused">
    /// A token that the system just refused, and that is not given out again; null for none.
    /// </param>
    /// <param name="token">Stops the fetch.</param>
    /// <exception cref="RemoteException">No token could be had.</exception>
    public async ValueTask<string> GetAsync(string? refused, CancellationToken token)
    {
        if (IsGood(_last, refused) is { } good)
            return good;

        await _one.WaitAsync(token);
        try
        {
            return IsGood(_last, refused) ?? (_last = await FetchAsync(token)).Text;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private string? IsGood(AccessToken? candidate, string? refused) =>
        candidate is not null && candidate.Text != refused && _time.GetUtcNow() < candidate.Until
            ? candidate.Text
            : null;

    private async Task<AccessToken> FetchAsync(CancellationToken token)
    {
        var asked = _time.GetUtcNow();
        var answer = await _reads.TryAsync(What, AskAsync, token);
        if (answer.Status is 400 or 401 or 403)
            throw _failures.SignIn(What, answer);

        var body = new Slices(_failures).Json(What, answer);
        if (Members.Text(body, "access_token") is not { } text || Members.Lifetime(body) is not { } lifetime)
            throw _failures.Shape(What, "access_token and expires_in were expected");

        _options.Issue(text);
        var margin = lifetime / 2 < LongestMargin ? lifetime / 2 : LongestMargin;
        return new(text, asked + lifetime - margin);
    }

    private async Task<HttpResponseMessage> AskAsync(CancellationToken token)
    {
        using var request = _request();
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }
}
