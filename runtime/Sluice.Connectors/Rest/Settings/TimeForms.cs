using System.Globalization;
using System.Text.Json;

namespace Sluice.Connectors.Rest.Settings;

/// <summary>Points in time as systems write them.</summary>
internal static class TimeForms
{
    /// <summary>The point in time that a member holds; null where it holds none of this form.</summary>
    public static DateTimeOffset? Read(this TimeForm form, JsonElement? member) => member switch
    {
        { ValueKind: JsonValueKind.String } text => Read(form, text.GetString()!),
        { ValueKind: JsonValueKind.Number } number when form is TimeForm.EpochMilliseconds or TimeForm.EpochSeconds =>
            Read(form, number.GetRawText()),
        _ => null,
    };

    /// <inheritdoc cref="Read(TimeForm, JsonElement?)"/>
    public static DateTimeOffset? Read(this TimeForm form, string text) => form switch
    {
        TimeForm.EpochMilliseconds => Since1970(text, DateTimeOffset.FromUnixTimeMilliseconds, 1),
        TimeForm.EpochSeconds => Since1970(text, DateTimeOffset.FromUnixTimeSeconds, 1000),
        _ => DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant)
            ? instant
            : null,
    };

    /// <summary>A point in time in this form; what the form cannot hold is cut off, so it is never later.</summary>
    public static string Write(this TimeForm form, DateTimeOffset instant) => form switch
    {
        TimeForm.EpochMilliseconds => instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        TimeForm.EpochSeconds => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        TimeForm.IsoSeconds =>
            instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };

    /// <summary>
    /// The same, with a zone only where one of the system's own has it: what a stamp without a zone means, the system
    /// knows, and sent back so it means that again.
    /// </summary>
    public static string Write(this TimeForm form, DateTimeOffset instant, string? like) =>
        form is TimeForm.Iso or TimeForm.IsoSeconds
            && DateTime.TryParse(like, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var own)
            && own.Kind == DateTimeKind.Unspecified
            ? form.Write(instant).TrimEnd('Z').Replace('T', like.Contains('T', StringComparison.Ordinal) ? 'T' : ' ')
            : form.Write(instant);

    /// <summary>The smallest step between two points in this form.</summary>
    public static TimeSpan Step(this TimeForm form) =>
        form is TimeForm.IsoSeconds or TimeForm.EpochSeconds ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(1);

    private static DateTimeOffset? Since1970(string text, Func<long, DateTimeOffset> of, long unit) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() / unit
            && number <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() / unit
            ? of(number)
            : null;
}
