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

    /// <summary>Where a token server takes the application that brings a code; by default in the form.</summary>
    public ClientPlace WithCode { get; init; } = ClientPlace.Form;

    /// <summary>Where it takes the one that brings a refresh token; by default in the header.</summary>
    public ClientPlace WithRefresh { get; init; } = ClientPlace.Header;

    /// <summary>What of the application goes in the form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields(ClientPlace place) => place == ClientPlace.Form
        ? [new("client_id", ClientId), new("client_secret", ClientSecret)]
        : [];

    /// <summary>What of it goes in the header; null where nothing does.</summary>
    public string? Basic(ClientPlace place) => place == ClientPlace.Header
        ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"))
        : null;

    /// <summary>Without secrets.</summary>
    public override string ToString() => $"application {ClientId} at {TokenAddress}";
}
