using System.Globalization;
using System.Numerics;
using System.Text;

namespace Sluice;

/// <summary>
/// Writes values as texts for the store, and reads them back: a mark for the kind, then what it holds.
/// </summary>
internal static class StoredValue
{
    public static string Write(FieldValue value) => value.Kind switch
    {
        FieldKind.Absent => "",
        FieldKind.Null => "-",
        FieldKind.Boolean => value.Boolean!.Value ? "b1" : "b0",
        FieldKind.Integer => "i" + value,
        FieldKind.Decimal => "n" + value,
        FieldKind.Float => "f" + value,
        FieldKind.Text => "t" + value.Text,
        FieldKind.Date => string.Create(CultureInfo.InvariantCulture, $"d{value.Date!.Value.DayNumber}"),
        FieldKind.Instant when value.Nanoseconds > 0 => string.Create(
            CultureInfo.InvariantCulture, $"p{value.Instant!.Value.UtcTicks}{value.Nanoseconds:00}"),
        FieldKind.Instant => string.Create(CultureInfo.InvariantCulture, $"m{value.Instant!.Value.UtcTicks}"),
        FieldKind.Uri => "u" + value.Uri,
        FieldKind.Bytes => "y" + value.Bytes,
        FieldKind.List => Write('l', value.List!.Select(Write)),
        FieldKind.Object =>
            Write('o', value.Members!.SelectMany(member => (string[])[member.Key, Write(member.Value)])),
        _ => throw new InvalidOperationException($"{value.Kind} has no stored form."),
    };

    /// <exception cref="FormatException">The text is not one that was written here.</exception>
    public static FieldValue Read(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var rest = stored.Length > 0 ? stored[1..] : "";
        return stored.Length == 0 ? FieldValue.Absent : stored[0] switch
        {
            '-' => FieldValue.Null,
            'b' => FieldValue.Of(rest == "1"),
            'i' => FieldValue.Of((BigInteger?)BigInteger.Parse(rest, CultureInfo.InvariantCulture)),
            'n' => FieldValue.OfDigits(rest),
            'f' => FieldValue.Of((double?)double.Parse(rest, NumberStyles.Float, CultureInfo.InvariantCulture)),
            't' => FieldValue.Of(rest),
            'd' => FieldValue.Of((DateOnly?)DateOnly.FromDayNumber((int)Integer(rest)!)),
            'm' => FieldValue.Of((DateTimeOffset?)new DateTimeOffset(Integer(rest)!.Value, TimeSpan.Zero)),
            'p' => FieldValue.Of(
                new DateTimeOffset(Integer(rest[..^2])!.Value, TimeSpan.Zero), (int)Integer(rest[^2..])!),
            'u' => FieldValue.OfUri(rest),
            'y' => FieldValue.OfBytes(Convert.FromBase64String(rest)),
            'l' => FieldValue.Of(Parts(rest).ConvertAll(Read)),
            'o' => FieldValue.OfMembers(Members(Parts(rest))),
            _ => throw new FormatException($"A stored value begins with an unknown mark: '{stored[0]}'."),
        };
    }

    // Each part with its length before it, so that no value has to be escaped.
    private static string Write(char mark, IEnumerable<string> parts)
    {
        var text = new StringBuilder().Append(mark);
        foreach (var part in parts)
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);

        return text.ToString();
    }

    private static List<string> Parts(string stored)
    {
        var parts = new List<string>();
        for (var at = 0; at < stored.Length;)
        {
            var mark = stored.IndexOf(':', at);
            if (mark < 0)
                throw new FormatException("A stored list ends within an element.");

            var length = (int)Integer(stored[at..mark])!;
            if (length < 0 || length > stored.Length - mark - 1)
                throw new FormatException("A stored list ends within an element.");

            parts.Add(stored.Substring(mark + 1, length));
            at = mark + 1 + length;
        }

        return parts;
    }

    private static IEnumerable<KeyValuePair<string, FieldValue>> Members(List<string> parts) => parts.Count % 2 == 0
        ? parts.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], Read(pair[1])))
        : throw new FormatException("A stored object ends within a member.");

    private static long? Integer(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
