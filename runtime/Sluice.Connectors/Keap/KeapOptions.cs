using System.Globalization;
using System.Net.Http.Headers;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Keap;

/// <summary>How Keap is reached.</summary>
/// <remarks>
/// <see cref="SystemOptions.PageSize"/> is 1 to 1,000, by default 500: the vendor's maximum is not documented, 1,000 is
/// in common use. <see cref="SystemOptions.RequestsPerSecond"/> is 4 by default: a personal access token has 240 a
/// minute. <see cref="SystemOptions.RequestsPerDay"/> is 30,000 by default, as such a token has; what is left of them
/// is read from the vendor's answers.
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

    /// <summary>A personal access token or a service account key. Required; a secret.</summary>
    public string? Token { get; set; }

    internal override IEnumerable<string?> Secrets => [Token];

    internal override string SignInFix =>
        $"Check {Section}:{nameof(Token)}: it may have been revoked, or belong to another application.";

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
    }

    private protected override IEnumerable<string> OwnProblems() => new[]
    {
        Unusable(
            nameof(BaseAddress), BaseAddress,
            "Leave it out, or give the address of REST v1, as in https://api.infusionsoft.com/crm/rest/v1."),
        UnusableSecret(nameof(Token), Token, "Make a personal access token or a service account key in Keap."),
    }.OfType<string>();
}
