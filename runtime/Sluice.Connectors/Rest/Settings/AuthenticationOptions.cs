using Sluice.Connectors.Grants;

namespace Sluice.Connectors.Rest.Settings;

/// <summary>How a system is signed in to.</summary>
internal sealed class AuthenticationOptions
{
    /// <summary>How; by default not at all.</summary>
    public AuthenticationKind Kind { get; private set; }

    /// <summary>The token of <see cref="AuthenticationKind.Bearer"/>; a secret.</summary>
    public string? Token { get; private set; }

    /// <summary>The user of <see cref="AuthenticationKind.Basic"/>.</summary>
    public string? User { get; private set; }

    /// <summary>The user's password; a secret.</summary>
    public string? Password { get; private set; }

    /// <summary>The header of the API key; by default <c>X-Api-Key</c>.</summary>
    public string Header { get; private set; } = "X-Api-Key";

    /// <summary>The API key, which goes with each call, whatever the kind; a secret.</summary>
    public string? Key { get; private set; }

    /// <summary>Where tokens are given out.</summary>
    public Uri? TokenAddress { get; private set; }

    /// <summary>The application.</summary>
    public string? ClientId { get; private set; }

    /// <summary>Its secret.</summary>
    public string? ClientSecret { get; private set; }

    /// <summary>
    /// Where the token server takes both; null for the header, and for the form where a code is exchanged.
    /// </summary>
    public ClientPlace? ClientIn { get; private set; }

    /// <summary>What is asked for; null for what the server gives by itself.</summary>
    public string? Scope { get; private set; }

    /// <summary>Where a person lets the application in.</summary>
    public Uri? AuthorizeAddress { get; private set; }

    /// <summary>Where the browser is sent afterwards; by default <c>http://127.0.0.1:7868/back</c>.</summary>
    public Uri? RedirectAddress { get; private set; } = new("http://127.0.0.1:7868/back");

    public IEnumerable<string?> Secrets => [Token, Password, Key, ClientSecret, .. Encoded()];

    public void Read(SettingsReader reader)
    {
        reader.Choice<AuthenticationKind>(nameof(Kind), value => Kind = value);
        reader.Text(nameof(Token), value => Token = value);
        reader.Text(nameof(User), value => User = value);
        reader.Text(nameof(Password), value => Password = value);
        reader.Text(nameof(Header), value => Header = value);
        reader.Text(nameof(Key), value => Key = value);
        reader.Address(nameof(TokenAddress), value => TokenAddress = value);
        reader.Text(nameof(ClientId), value => ClientId = value);
        reader.Text(nameof(ClientSecret), value => ClientSecret = value);
        reader.Choice<ClientPlace>(nameof(ClientIn), value => ClientIn = value);
        reader.Text(nameof(Scope), value => Scope = Given.Of(value));
        reader.Address(nameof(AuthorizeAddress), value => AuthorizeAddress = value);
        reader.Address(nameof(RedirectAddress), value => RedirectAddress = value);
        reader.RefuseOthers();
    }

    /// <summary>User and password, or client id and secret, as they go over the wire.</summary>
    public static string Basic(string? user, string? password) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{user}:{password}"));

    private IEnumerable<string> Encoded()
    {
        if (Password is not null)
            yield return Basic(User, Password);
        if (ClientSecret is not null)
            yield return Basic(ClientId, ClientSecret);
    }
}
