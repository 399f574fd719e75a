namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>How PowerOffice Go is reached.</summary>
/// <remarks>
/// <see cref="SystemOptions.PageSize"/> is 1 to 20,000, by default 1,000; the vendor's own is 5,000.
/// <see cref="SystemOptions.RequestsPerSecond"/> is 8 by default: a subscription key has 10, shared by all its clients.
/// </remarks>
public sealed class PowerOfficeGoOptions()
    : SystemOptions(SystemName, pageSize: 1000, largestPage: 20_000, requestsPerSecond: 8)
{
    internal const string SystemName = "Powerofficego";

    // Replaced as a whole, by whoever asked last.
    private volatile IReadOnlyList<string>? _invalidPrivileges;

    /// <summary>Where API v2 is. By default the production one, <c>https://goapi.poweroffice.net/v2</c>.</summary>
    public Uri? BaseAddress { get; set; } = new("https://goapi.poweroffice.net/v2");

    /// <summary>
    /// Where tokens are given out. By default the production one, <c>https://goapi.poweroffice.net/OAuth/Token</c>.
    /// </summary>
    public Uri? TokenAddress { get; set; } = new("https://goapi.poweroffice.net/OAuth/Token");

    /// <summary>The key of the application. Required; a secret.</summary>
    public string? ApplicationKey { get; set; }

    /// <summary>The key of the client, whose data is meant. Required; a secret.</summary>
    public string? ClientKey { get; set; }

    /// <summary>The key of the subscription to the API. Required; a secret.</summary>
    public string? SubscriptionKey { get; set; }

    internal override IEnumerable<string?> Secrets => [ApplicationKey, ClientKey, SubscriptionKey];

    internal override string SignInFix =>
        $"Check {nameof(ApplicationKey)}, {nameof(ClientKey)} and {nameof(SubscriptionKey)} in {Section}; "
        + "keys of the demo environment do not open the production one.";

    internal override string RightHint =>
        " It is a privilege that the client gives the integration, and a module that its subscription has to hold."
        + PowerOfficeGo.InvalidPrivileges.Sentence(_invalidPrivileges);

    /// <summary>What PowerOffice called invalid when it was last asked; null where it did not say.</summary>
    internal IReadOnlyList<string>? InvalidPrivileges
    {
        get => _invalidPrivileges;
        set => _invalidPrivileges = value;
    }

    private protected override void ReadOwn(SettingsReader reader)
    {
        reader.Address(nameof(BaseAddress), value => BaseAddress = value);
        reader.Address(nameof(TokenAddress), value => TokenAddress = value);
        reader.Text(nameof(ApplicationKey), value => ApplicationKey = value);
        reader.Text(nameof(ClientKey), value => ClientKey = value);
        reader.Text(nameof(SubscriptionKey), value => SubscriptionKey = value);
    }

    private protected override IEnumerable<string> OwnProblems() => new[]
    {
        Unusable(
            nameof(BaseAddress), BaseAddress,
            "Leave it out, or give the address of API v2, as in https://goapi.poweroffice.net/Demo/v2."),
        FirstVersion(nameof(BaseAddress), BaseAddress),
        FirstVersion(nameof(TokenAddress), TokenAddress),
        Unusable(
            nameof(TokenAddress), TokenAddress,
            "Leave it out, or give the address of tokens, as in https://goapi.poweroffice.net/Demo/OAuth/Token."),
        Mixed(),
        UnusableSecret(nameof(ApplicationKey), ApplicationKey, "PowerOffice gives it to the maker of an integration."),
        UnusableSecret(nameof(ClientKey), ClientKey, "The client gives it when it activates the integration."),
        UnusableSecret(nameof(SubscriptionKey), SubscriptionKey, "PowerOffice's developer portal shows it."),
    }.OfType<string>();

    // Keys that are sent to the wrong environment are refused there at best, and seen by a stranger at worst.
    private string? Mixed() =>
        BaseAddress is { IsAbsoluteUri: true } api && TokenAddress is { IsAbsoluteUri: true } tokens
        && (api.Authority != tokens.Authority || IsDemo(api) != IsDemo(tokens))
            ? $"{Section}:{nameof(BaseAddress)} and {Section}:{nameof(TokenAddress)} lead to different environments "
                + $"('{api}' and '{tokens}'). Give both."
            : null;

    // It would sign in there, and then find none of the resources, under names that it does not know.
    private string? FirstVersion(string setting, Uri? address) =>
        address is { IsAbsoluteUri: true }
        && (address.Host is "api.poweroffice.net" or "api-demo.poweroffice.net"
            || address.AbsolutePath.Split('/').Contains("v1", StringComparer.OrdinalIgnoreCase))
            ? $"{Section}:{setting} leads to API v1 ('{address}'), which is not supported: its resources, properties "
                + "and pages are others. Leave it out, or give the address of API v2: https://goapi.poweroffice.net/v2."
            : null;

    private static bool IsDemo(Uri address) =>
        address.AbsolutePath.StartsWith("/Demo/", StringComparison.OrdinalIgnoreCase);
}
