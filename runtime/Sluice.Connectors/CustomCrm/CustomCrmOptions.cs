namespace Sluice.Connectors.CustomCrm;

/// <summary>How the Custom CRM is reached.</summary>
/// <remarks>
/// <see cref="SystemOptions.PageSize"/> is 1 to 200, by default 100.
/// <see cref="SystemOptions.RequestsPerSecond"/> is 10 by default.
/// </remarks>
public sealed class CustomCrmOptions()
    : SystemOptions(SystemName, pageSize: 100, largestPage: 200, requestsPerSecond: 10)
{
    internal const string SystemName = "Customcrm";

    /// <summary>Where its resources are: <c>https://crm.example.com/api</c>. Required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>A bearer token. Required; a secret.</summary>
    public string? Token { get; set; }

    internal override IEnumerable<string?> Secrets => [Token];

    internal override string SignInFix => $"Check {Section}:{nameof(Token)}: it may have been withdrawn.";

    private protected override void ReadOwn(SettingsReader reader)
    {
        reader.Address(nameof(BaseAddress), value => BaseAddress = value);
        reader.Text(nameof(Token), value => Token = value);
    }

    private protected override IEnumerable<string> OwnProblems() => new[]
    {
        Unusable(
            nameof(BaseAddress), BaseAddress,
            "Give the address of its resources, as in https://crm.example.com/api."),
        UnusableSecret(nameof(Token), Token, "Ask whoever runs the system for a token."),
    }.OfType<string>();
}
