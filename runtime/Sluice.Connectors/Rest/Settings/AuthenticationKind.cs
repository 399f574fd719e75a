namespace Sluice.Connectors.Rest.Settings;

/// <summary>How a system is signed in to.</summary>
internal enum AuthenticationKind
{
    /// <summary>Not at all, but for an API key where one is given.</summary>
    None,

    /// <summary>A token that does not change.</summary>
    Bearer,

    /// <summary>A user and a password.</summary>
    Basic,

    /// <summary>A key in a header of its own.</summary>
    ApiKey,

    /// <summary>Tokens for client id and secret, renewed before they end (RFC 6749, 4.4).</summary>
    ClientCredentials,

    /// <summary>
    /// An application that a person lets in, whose refresh token changes with each use (RFC 6749, 4.1 and 6).
    /// </summary>
    Application,
}
