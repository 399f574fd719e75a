namespace Sluice.Connectors.Grants;

/// <summary>Lets a person sign in by the authorization code of OAuth 2.0.</summary>
internal sealed class Authorization(SystemOptions options, GrantSettings settings, TokenServer server) : IAuthorization
{
    public string System => options.System;

    public Uri RedirectAddress => settings.RedirectAddress;

    public Uri AddressFor(string state) => new UriBuilder(settings.AuthorizeAddress)
    {
        Query = string.Join('&', new[]
        {
            ("client_id", settings.ClientId),
            ("redirect_uri", settings.RedirectAddress.OriginalString),
            ("response_type", "code"),
            ("scope", settings.Scope),
            ("state", state),
        }.Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}")),
    }.Uri;

    public async Task<ReadOnlyMemory<byte>> ExchangeAsync(string code)
    {
        var reply = await server.ForCodeAsync(code);
        if (reply.Grant is { } grant)
            return grant.Write();

        throw new RemoteException(
            System,
            reply.Outcome == GrantOutcome.NotGiven && !reply.IsApplicationUnknown
                ? RemoteFailure.Unreachable
                : RemoteFailure.SignInRefused,
            $"{System} gave out no tokens: {reply.Words}.",
            reply.IsApplicationUnknown
                ? settings.Fix
                : $"Run `sluice connect {System.ToLowerInvariant()}` again: each attempt needs a new code.");
    }
}
