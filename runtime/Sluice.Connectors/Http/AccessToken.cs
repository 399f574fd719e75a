namespace Sluice.Connectors.Http;

/// <summary>A token and how long it is used.</summary>
/// <param name="Text">The token; a secret.</param>
/// <param name="Until">When another is fetched: some time before it expires, so that none expires on the way.</param>
internal sealed record AccessToken(string Text, DateTimeOffset Until)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => $"a token until {Until:u}";
}
