using Microsoft.AspNetCore.WebUtilities;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>
/// Where a person signs in and lets an application in. Here everybody agrees at once, unless a switch says otherwise.
/// </summary>
internal sealed class KeapSignIn(KeapTokens tokens)
{
    public const string Path = "/app/oauth/authorize";

    private static readonly string[] Required = ["client_id", "redirect_uri", "response_type", "scope"];

    public Reply Answer(Call call)
    {
        if (Required.FirstOrDefault(name => !call.Query.ContainsKey(name)) is { } missing)
            return KeapErrors.Refuse(400, $"{missing} is missing.");
        if (call.Query["client_id"] != Credentials.KeapClient)
            return KeapErrors.Refuse(400, "The client_id is unknown.");
        if (call.Query["response_type"] != "code" || call.Query["scope"] != "full")
            return KeapErrors.Refuse(400, "response_type must be code, and scope must be full.");

        // The vendor's pages ask for https; one's own computer has none.
        var redirect = call.Query["redirect_uri"];
        if (!Uri.TryCreate(redirect, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            return KeapErrors.Refuse(400, "redirect_uri must be https, or on the loopback interface.");

        var answer = call.Rules.Has("deny-sign-in")
            ? new Dictionary<string, string?> { ["error"] = "access_denied" }
            : new Dictionary<string, string?> { ["code"] = tokens.NewCode(redirect, call.Now) };
        if (call.Query.TryGetValue("state", out var state))
            answer["state"] = state;
        return new Reply(302).With("Location", QueryHelpers.AddQueryString(redirect, answer));
    }
}
