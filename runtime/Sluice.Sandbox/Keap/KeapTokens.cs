using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>
/// Gives out tokens: for a code that a sign-in left, and for a refresh token, which dies of it unless the switches say
/// otherwise.
/// </summary>
internal sealed class KeapTokens(SeededRandom random)
{
    public const string Path = "/token";

    private static readonly TimeSpan AccessLifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(45);
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, DateTimeOffset> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset End, DateTimeOffset? UsedAt)> _refresh =
        new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset End, string Redirect)> _codes = new(StringComparer.Ordinal);
    private int _given;

    public static Reply InvalidRefreshToken { get; } = Error(400, "invalid_request", "Invalid Refresh Token");

    public bool IsGood(Call call) =>
        call.Bearer is { } token && _access.TryGetValue(token, out var end) && call.Now < end;

    /// <summary>A code that is good once, for a short time, and for who was redirected.</summary>
    public string NewCode(string redirect, DateTimeOffset now)
    {
        var code = $"keap-code-{random.Uuid()}";
        _codes[code] = (now + CodeLifetime, redirect);
        return code;
    }

    public Reply Give(Call call)
    {
        if (call.MediaType != "application/x-www-form-urlencoded")
            return Error(400, "invalid_request", "Send application/x-www-form-urlencoded.");

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body));
        return form.GetValueOrDefault("grant_type").ToString() switch
        {
            "authorization_code" => ForCode(call, form),
            "refresh_token" => ForRefreshToken(call, form),
            _ => Error(400, "unsupported_grant_type", "Send authorization_code or refresh_token."),
        };
    }

    private Reply ForCode(Call call, Dictionary<string, StringValues> form)
    {
        if (!Holds(form, "client_id", "client_secret", "code", "grant_type", "redirect_uri"))
            return Error(400, "invalid_request", "Send client_id, client_secret, code, redirect_uri and nothing else.");
        if (form["client_id"] != Credentials.KeapClient || form["client_secret"] != Credentials.KeapClientSecret)
            return Error(401, "invalid_client", "The client id or the client secret is wrong.");

        return _codes.Remove(form["code"].ToString(), out var code) && call.Now < code.End
            && form["redirect_uri"] == code.Redirect
            ? Given(call, refresh: null)
            : Error(400, "invalid_grant", "The code is unknown, used, too old or for another redirect_uri.");
    }

    private Reply ForRefreshToken(Call call, Dictionary<string, StringValues> form)
    {
        if (!Holds(form, "grant_type", "refresh_token"))
            return Error(400, "invalid_request", "Send grant_type, refresh_token and nothing else.");
        if (call.Headers.Authorization != $"Basic {Expected}")
            return Error(401, "invalid_client", "The client id or the client secret is wrong.");

        var token = form["refresh_token"].ToString();
        if (!_refresh.TryGetValue(token, out var known) || call.Now >= known.End
            || (known.UsedAt is { } used && call.Now >= used + TimeSpan.FromSeconds(call.Rules["grace-window"])))
            return InvalidRefreshToken;
        if (call.Rules.Has("same-refresh-token"))
            return Given(call, token);

        _refresh[token] = known with { UsedAt = known.UsedAt ?? call.Now };
        return Given(call, refresh: null);
    }

    private Reply Given(Call call, string? refresh)
    {
        var lifetime = call.Rules.Has("token-lifetime")
            ? TimeSpan.FromSeconds(call.Rules["token-lifetime"])
            : AccessLifetime;
        var access = $"keap-access-{random.Uuid()}";
        _access[access] = call.Now + lifetime;
        if (refresh is null)
        {
            refresh = $"keap-refresh-{random.Uuid()}";
            _refresh[refresh] = (call.Now + RefreshLifetime, null);
        }

        return Reply.Json(200, new JsonObject
        {
            ["scope"] = "full",
            ["access_token"] = access,
            ["token_type"] = "bearer",
            ["expires_in"] = (int)lifetime.TotalSeconds,
            ["refresh_token"] = refresh,
        }).Wrote(string.Create(CultureInfo.InvariantCulture, $"token-{++_given}"));
    }

    private static bool Holds(Dictionary<string, StringValues> form, params string[] names) =>
        form.Count == names.Length && names.All(name => form.TryGetValue(name, out var value) && value.Count == 1);

    private static Reply Error(int status, string error, string reason) =>
        Reply.Json(status, new JsonObject { ["error"] = error, ["error_description"] = reason });

    private static string Expected { get; } = Convert.ToBase64String(
        Encoding.UTF8.GetBytes($"{Credentials.KeapClient}:{Credentials.KeapClientSecret}"));
}
