using System.Globalization;

namespace Sluice.Http.Rest;

/// <summary>Values as they stand in an address, whatever the machine's culture.</summary>
internal static class RestText
{
    /// <summary>A value's text.</summary>
    public static string Of<T>(T value, string? format)
        where T : struct, IFormattable => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A value as one segment of a path.</summary>
    public static string Segment(string? value) => Uri.EscapeDataString(value ?? "");

    /// <inheritdoc cref="Segment(string?)"/>
    public static string Segment<T>(T value)
        where T : struct, IFormattable => Segment(Of(value, null));
}
