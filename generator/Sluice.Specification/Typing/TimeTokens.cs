using Sluice.Specification.DataTypes;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Typing;

/// <summary>What a format of points in time can tell.</summary>
internal static class TimeTokens
{
    private const string Known = "deHImMpSfyYz%";
    private const string Day = "%Y-%m-%d";

    private static readonly string[] Moments = [Day + "T%H:%M:%S", Day + " %H:%M:%S"];
    private static readonly string[] Ends = ["", "Z", ".%f", ".%fZ", "%z", ".%f%z"];

    /// <summary>Why a format or zone of an expression cannot be used, a sentence; null where they can.</summary>
    public static string? Fault(Expression expression) => expression switch
    {
        FunctionCall { Function: "datetime-format" or "datetime-parse" } call =>
            Fault(Format(call), call.Function == "datetime-parse") ?? FaultWithin(call),
        FunctionCall call => FaultWithin(call),
        _ => null,
    };

    /// <summary>A call's format; null where it is no literal.</summary>
    public static string? Format(FunctionCall call) =>
        (call.Arguments[call.Arguments.Count - 2] as Literal)?.Text;

    /// <summary>A call's time zone; null where it is UTC.</summary>
    public static string? Zone(FunctionCall call) =>
        call.Arguments.Count == 3 && call.Arguments[0] is Literal { Text: not ("UTC" or "Etc/UTC") } zone
            ? zone.Text
            : null;

    /// <summary>Whether a format says the whole day: year in full, month, day.</summary>
    public static bool HasDay(string format) =>
        Has(format, 'Y') && Has(format, 'm') && (Has(format, 'd') || Has(format, 'e'));

    /// <summary>Whether a format says the time to the second.</summary>
    public static bool HasTime(string format) =>
        (Has(format, 'H') || (Has(format, 'I') && Has(format, 'p'))) && Has(format, 'M') && Has(format, 'S');

    /// <summary>
    /// Whether a format is how systems write what a member holds, so that its text stands for the value: a day, or a
    /// point in time to the second at least.
    /// </summary>
    public static bool Writes(string format, ValueKind kind) => kind switch
    {
        ValueKind.Date => format == Day,
        ValueKind.Instant => Array.Exists(Moments, moment => format.StartsWith(moment, StringComparison.Ordinal)
            && Ends.Contains(format.Substring(moment.Length))),
        _ => false,
    };

    /// <summary>Whether a format says anything of the time of day.</summary>
    public static bool HasAnyTime(string format) => "HIMSpf".Any(token => Has(format, token));

    /// <summary>Whether a format has a token.</summary>
    public static bool CanBeRead(string format) => Fault(format, isRead: true) is null;

    public static bool Has(string format, char token)
    {
        for (var at = 0; at + 1 < format.Length; at++)
            if (format[at] == '%' && format[++at] == token)
                return true;

        return false;
    }

    private static string? FaultWithin(FunctionCall call) =>
        call.Arguments.Select(Fault).FirstOrDefault(fault => fault is not null);

    private static string? Fault(string? format, bool isRead)
    {
        if (format is null)
            return "a format of points in time must be a text.";

        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
                continue;

            at++;
            if (at == format.Length || Known.IndexOf(format[at]) < 0)
                return $"'{format}' has a token that there is not; there are %d %e %H %I %m %M %p %S %f %y %Y %z %%.";

            if (isRead && format[at] == 'z' && at + 1 < format.Length)
                return $"in '{format}', %z must be the last.";
        }

        return null;
    }
}
