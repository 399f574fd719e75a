using System.Globalization;

namespace Sluice.Sandboxes.Data;

/// <summary>Instants as the vendors write them.</summary>
internal static class Stamp
{
    /// <summary>
    /// When the sandbox's own history begins; what is in it at first was made in the year that follows.
    /// </summary>
    public static DateTimeOffset Beginning { get; } = new(2024, 1, 2, 8, 0, 0, TimeSpan.Zero);

    public static string Milliseconds(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Ticks(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads date and time with up to seven digits of a second; without a zone it is UTC. A date alone is refused.
    /// </summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        return text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out instant);
    }

}
