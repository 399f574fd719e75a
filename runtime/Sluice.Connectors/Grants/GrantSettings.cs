namespace Sluice.Connectors.Grants;

/// <summary>What is needed to sign in to a system as an application that a person let in.</summary>
/// <param name="AuthorizeAddress">Where a person lets it in.</param>
/// <param name="TokenAddress">Where tokens are given out.</param>
/// <param name="RedirectAddress">Where a browser is sent afterwards.</param>
/// <param name="Scope">What is asked for.</param>
/// <param name="ClientId">The application.</param>
/// <param name="Fix">What to do where the application is not known.</param>
internal sealed record GrantSettings(
    Uri AuthorizeAddress, Uri TokenAddress, Uri RedirectAddress, string Scope, string ClientId, string Fix)
{
    /// <summary>The application's secret; no part of the record's text.</summary>
    public required string ClientSecret { private get; init; }

    /// <summary>The fields in which a token server takes the application, for a code.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields =>
        [new("client_id", ClientId), new("client_secret", ClientSecret)];

    /// <summary>The header in which it takes the application, for a refresh token.</summary>
    public string Basic =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"));

    /// <summary>Without secrets.</summary>
    public override string ToString() => $"application {ClientId} at {TokenAddress}";
}
