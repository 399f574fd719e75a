using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>Gives out access tokens for client credentials. They last twenty minutes
/// unless a switch says otherwise.</summary>
internal sealed class PowerOfficeTokens(SeededRandom random)
{
    public const string Path = "/OAuth/Token";

    private const string SubscriptionHeader = "Ocp-Apim-Subscription-Key";

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1200);

    private readonly Dictionary<string, DateTimeOffset> _ends = new(StringComparer.Ordinal);

    public static Reply NoSubscription { get; } = PowerOfficeErrors.Gateway(
        401, "Access denied due to invalid subscription key. Provide a valid key for an active subscription.");

    public static Reply Refused { get; } =
        PowerOfficeErrors.Token("invalid_client", "The application key or the client key is wrong.");

    public static bool HasSubscription(Call call) => call.Headers[SubscriptionHeader] == Credentials.SubscriptionKey;

    public bool IsGood(Call call) =>
        call.Bearer is { } token && _ends.TryGetValue(token, out var end) && call.Now < end;

    public Reply Give(Call call)
    {
        if (!HasSubscription(call))
            return NoSubscription;
        if (call.MediaType != "application/x-www-form-urlencoded")
            return PowerOfficeErrors.Token("invalid_request", "Send application/x-www-form-urlencoded.");

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body));
        if (form.Count != 1 || form.GetValueOrDefault("grant_type") != "client_credentials")
            return PowerOfficeErrors.Token(
                "unsupported_grant_type", "Send grant_type=client_credentials and nothing else.");
        if (call.Headers.Authorization != $"Basic {Expected}")
            return Refused;

        var lifetime = call.Rules.Has("token-lifetime")
            ? TimeSpan.FromSeconds(call.Rules["token-lifetime"])
            : Lifetime;
        var token = $"{random.Uuid()}{random.Uuid()}";
        _ends[token] = call.Now + lifetime;
        return Reply.Json(200, new JsonObject
        {
            ["access_token"] = token,
            ["token_type"] = "bearer",
            ["expires_in"] = (int)lifetime.TotalSeconds,
        });
    }

    private static string Expected { get; } =
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Credentials.ApplicationKey}:{Credentials.ClientKey}"));
}
