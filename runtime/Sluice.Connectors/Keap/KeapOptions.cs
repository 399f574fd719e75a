using System.Globalization;
using System.Net.Http.Headers;
using Sluice.Connectors.Grants;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Keap;

/// <summary>How Keap is reached.</summary>
/// <remarks>
/// <see cref="SystemOptions.PageSize"/> is 1 to 1,000, by default 500: the vendor's maximum is not documented, 1,000 is
/// in common use. <see cref="SystemOptions.RequestsPerSecond"/> is 4 by default: a personal access token has 240 a
/// minute. <see cref="SystemOptions.RequestsPerDay"/> is 30,000 by default, as such a token has; what is left of them
/// is read from the vendor's answers. With <see cref="ClientId"/> they are 20 and 150,000: an application has 1,500 a
/// minute.
/// </remarks>
public sealed class KeapOptions : SystemOptions
{
    internal const string SystemName = "Keap";
    private const string QuotaHeaders = "x-keap-product-quota";

    /// <summary>With the vendor's limits.</summary>
    public KeapOptions()
        : base(SystemName, pageSize: 500, largestPage: 1000, requestsPerSecond: 4) => RequestsPerDay = 30_000;

    /// <summary>Where REST v1 is. By default <c>https://api.infusionsoft.com/crm/rest/v1</c>.</summary>
    public Uri? BaseAddress { get; set; } = new("https://api.infusionsoft.com/crm/rest/v1");

    /// <summary>
    /// A personal access token, which has its user's rights, or a service account key, which has an administrator's.
    /// Required where there is no <see cref="ClientId"/>; a secret.
    /// </summary>
    public string? Token { get; set; }

    /// <summary>
    /// The application that a person lets in with <c>sluice connect keap</c>, in place of a <see cref="Token"/>.
    /// </summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of the application. Required with <see cref="ClientId"/>; a secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Where a person lets the application in. By default
    /// <c>https://accounts.infusionsoft.com/app/oauth/authorize</c>.
    /// </summary>
    public Uri? AuthorizeAddress { get; set; } = new("https://accounts.infusionsoft.com/app/oauth/authorize");

    /// <summary>Where tokens are given out. By default <c>https://api.infusionsoft.com/token</c>.</summary>
    public Uri? TokenAddress { get; set; } = new("https://api.infusionsoft.com/token");

    /// <summary>
    /// Where the browser is sent afterwards, letter by letter as it is registered with the application. On the loopback
    /// interface and without https it is listened to; of any other the person copies the address that the browser ended
    /// at. By default <c>http://127.0.0.1:7867/keap</c>. The vendor's page asks for https.
    /// </summary>
    public Uri? RedirectAddress { get; set; } = new("http://127.0.0.1:7867/keap");

    internal override IEnumerable<string?> Secrets => [Token, ClientSecret];

    internal override string SignInFix => IsApplication
        ? "Run `sluice connect keap`."
        : $"Check {Section}:{nameof(Token)}: it may have been revoked, or belong to another application.";

    /// <summary>Whether it is signed in to as an application that a person let in.</summary>
    internal bool IsApplication => ClientId is not null;

    internal GrantSettings Grant => new(
        AuthorizeAddress!, TokenAddress!, RedirectAddress!, "full", ClientId!,
        $"Check {nameof(ClientId)} and {nameof(ClientSecret)} in {Section}; Keap's developer portal shows them.")
    {
        ClientSecret = ClientSecret!,
    };

    internal override Quota? QuotaOf(HttpResponseHeaders headers) =>
        Value(headers, "time-unit") == "day" && Number(headers, "available") is { } available
            && Number(headers, "expiry-time") is { } resetAt
            && resetAt < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new(available, DateTimeOffset.FromUnixTimeMilliseconds(resetAt))
            : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        long.TryParse(Value(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues($"{QuotaHeaders}-{name}", out var values) ? values.First() : null;

    private protected override void ReadOwn(SettingsReader reader)
    {
        reader.Address(nameof(BaseAddress), value => BaseAddress = value);
        reader.Text(nameof(Token), value => Token = value);
        reader.Text(nameof(ClientId), value => ClientId = value);
        reader.Text(nameof(ClientSecret), value => ClientSecret = value);
        reader.Address(nameof(AuthorizeAddress), value => AuthorizeAddress = value);
        reader.Address(nameof(TokenAddress), value => TokenAddress = value);
        reader.Address(nameof(RedirectAddress), value => RedirectAddress = value);
        if (IsApplication)
            (RequestsPerSecond, RequestsPerDay) = (20, 150_000);
    }

    private protected override IEnumerable<string> OwnProblems() => new[]
    {
        Unusable(
            nameof(BaseAddress), BaseAddress,
            "Leave it out, or give the address of REST v1, as in https://api.infusionsoft.com/crm/rest/v1."),
    }.Concat(IsApplication ? ProblemsOfApplication() : [ProblemOfToken()]).OfType<string>();

    private string? ProblemOfToken() => ClientSecret is not null
        ? $"{Section}:{nameof(ClientId)} is missing. Give it with {nameof(ClientSecret)}; Keap's developer portal "
            + "shows both."
        : UnusableSecret(
            nameof(Token), Token,
            "Make a personal access token or a service account key in Keap, or give "
            + $"{nameof(ClientId)} and {nameof(ClientSecret)} of an application and run `sluice connect keap`.");

    private string?[] ProblemsOfApplication() =>
    [
        Token is null
            ? null
            : $"{Section}:{nameof(Token)} and {Section}:{nameof(ClientId)} are both given: either is a sign-in. Take "
                + "one out.",
        UnusableSecret(nameof(ClientSecret), ClientSecret, "Keap's developer portal shows it beside the client id."),
        string.IsNullOrWhiteSpace(ClientId) || ClientId.Any(character => character is <= ' ' or > '~' or ':')
            ? $"{Section}:{nameof(ClientId)} is empty, or holds a character that no client id has: copy it again."
            : null,
        Unusable(
            nameof(AuthorizeAddress), AuthorizeAddress,
            "Leave it out, or give where a person lets the application in."),
        Unusable(nameof(TokenAddress), TokenAddress, "Leave it out, or give where tokens are given out."),
        Unusable(
            nameof(RedirectAddress), RedirectAddress,
            "Give the address that is registered with the application, letter by letter."),
    ];
}
