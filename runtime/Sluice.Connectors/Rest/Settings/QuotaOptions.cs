using System.Globalization;
using System.Net.Http.Headers;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Rest.Settings;

/// <summary>Which headers say what is left of the day's calls.</summary>
internal sealed class QuotaOptions
{
    // A number that is smaller is no point in time of our days, but a wait.
    private const long AnyYear = 1_000_000_000;

    /// <summary>The header with how many calls are left; null where there is none.</summary>
    public string? Left { get; private set; }

    /// <summary>The header with when there are as many as ever again: seconds to wait, or since 1970, or
    /// milliseconds.</summary>
    public string? Reset { get; private set; }

    public IEnumerable<string> Read(SettingsReader reader)
    {
        reader.Text(nameof(Left), value => Left = Given.Of(value));
        reader.Text(nameof(Reset), value => Reset = Given.Of(value));
        reader.RefuseOthers();
        if (Left is null != Reset is null)
            yield return $"{reader.Path}:{(Left is null ? nameof(Left) : nameof(Reset))} is missing: what is left of a "
                + "day's calls means something only with when the day ends. Give both headers, or neither.";
    }

    /// <summary>What an answer says; null where it says nothing.</summary>
    public Quota? Of(HttpResponseHeaders headers) =>
        Number(headers, Left) is { } left && Number(headers, Reset) is { } reset && At(reset, headers.Date) is { } at
            ? new(left, at)
            : null;

    // A wait counts from when the answer was made, which it says itself.
    private static DateTimeOffset? At(long reset, DateTimeOffset? now) => reset switch
    {
        < AnyYear => now?.AddSeconds(reset),
        < AnyYear * 1000 => DateTimeOffset.FromUnixTimeSeconds(reset),
        _ when reset < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() =>
            DateTimeOffset.FromUnixTimeMilliseconds(reset),
        _ => null,
    };

    private static long? Number(HttpResponseHeaders headers, string? name) =>
        name is not null && headers.TryGetValues(name, out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
