using System.Globalization;

namespace Sluice.Specification.Reading;

internal static class TimeStamp
{
    public static bool IsOne(string text) => DateTime.TryParseExact(
        text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
