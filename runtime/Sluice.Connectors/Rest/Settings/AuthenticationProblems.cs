namespace Sluice.Connectors.Rest.Settings;

/// <summary>What is missing of a sign-in, too much, or of no use.</summary>
internal static class AuthenticationProblems
{
    /// <param name="sign">The sign-in.</param>
    /// <param name="unusableSecret">What is wrong with a secret: its setting, value and fix.</param>
    /// <param name="unusable">What is wrong with an address, likewise.</param>
    public static IEnumerable<string?> Of(
        AuthenticationOptions sign,
        Func<string, string?, string, string?> unusableSecret,
        Func<string, Uri?, string, string?> unusable)
    {
        if (Needs(AuthenticationKind.Bearer))
            yield return Secret(nameof(sign.Token), sign.Token, "Ask whoever runs the system for a token.");
        if (Needs(AuthenticationKind.Basic))
        {
            yield return Missing(nameof(sign.User), sign.User, "Give the user's name.");
            yield return string.IsNullOrEmpty(sign.Password)
                ? Secret(nameof(sign.Password), sign.Password, "Give the user's password.")
                : null;
        }

        if (Needs(AuthenticationKind.ApiKey) || sign.Key is not null)
        {
            yield return Secret(nameof(sign.Key), sign.Key, "Ask whoever runs the system for a key.");
            yield return HeaderName.IsFree(sign.Header)
                ? null
                : $"Authentication:{nameof(sign.Header)} is '{sign.Header}', which is no header that a key may go in. "
                    + "Give its name, as in X-Api-Key.";
        }

        if (Needs(AuthenticationKind.ClientCredentials) || Needs(AuthenticationKind.Application))
        {
            yield return unusable(
                $"Authentication:{nameof(sign.TokenAddress)}", sign.TokenAddress,
                "Give where tokens are given out, as in https://crm.example.com/oauth/token.");
            yield return Missing(nameof(sign.ClientId), sign.ClientId, "Whoever runs the system gives it out.");
            yield return Secret(nameof(sign.ClientSecret), sign.ClientSecret, "It comes with the client id.");
        }

        if (Needs(AuthenticationKind.Application))
        {
            yield return unusable(
                $"Authentication:{nameof(sign.AuthorizeAddress)}", sign.AuthorizeAddress,
                "Give where a person lets the application in.");
            yield return unusable(
                $"Authentication:{nameof(sign.RedirectAddress)}", sign.RedirectAddress,
                "Give the address that is registered with the application, letter by letter.");
        }

        foreach (var (setting, kind) in Owned(sign))
            yield return sign.Kind == kind || (kind == AuthenticationKind.ClientCredentials
                && sign.Kind == AuthenticationKind.Application)
                ? null
                : $"Authentication:{setting} is given, but Authentication:{nameof(sign.Kind)} is {sign.Kind}. Give the "
                    + $"kind {kind}, or take it out.";

        bool Needs(AuthenticationKind kind) => sign.Kind == kind;
        string? Secret(string setting, string? value, string fix) =>
            unusableSecret($"Authentication:{setting}", value, fix);
        static string? Missing(string setting, string? value, string fix) =>
            string.IsNullOrWhiteSpace(value) ? $"Authentication:{setting} is missing. {fix}"
            : value.Contains(':', StringComparison.Ordinal) || value.Any(char.IsControl)
                ? $"Authentication:{setting} holds a colon or a line break, which would end it: copy it again. {fix}"
            : null;
    }

    // What belongs to one kind only.
    private static IEnumerable<(string Setting, AuthenticationKind Kind)> Owned(AuthenticationOptions sign)
    {
        if (sign.Token is not null)
            yield return (nameof(sign.Token), AuthenticationKind.Bearer);
        if (sign.User is not null)
            yield return (nameof(sign.User), AuthenticationKind.Basic);
        if (sign.Password is not null)
            yield return (nameof(sign.Password), AuthenticationKind.Basic);
        if (sign.ClientId is not null)
            yield return (nameof(sign.ClientId), AuthenticationKind.ClientCredentials);
        if (sign.ClientSecret is not null)
            yield return (nameof(sign.ClientSecret), AuthenticationKind.ClientCredentials);
        if (sign.ClientIn is not null)
            yield return (nameof(sign.ClientIn), AuthenticationKind.ClientCredentials);
        if (sign.AuthorizeAddress is not null)
            yield return (nameof(sign.AuthorizeAddress), AuthenticationKind.Application);
    }
}
