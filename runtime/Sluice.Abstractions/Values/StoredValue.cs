using System.Globalization;
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
        FieldKind.Instant => string.Create(CultureInfo.InvariantCulture, $"m{value.Instant!.Value.UtcTicks}"),
        _ => Write(value.List!),
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
            'i' => FieldValue.Of(Integer(rest)),
            'n' => FieldValue.OfDigits(rest),
            'f' => FieldValue.Of((double?)double.Parse(rest, NumberStyles.Float, CultureInfo.InvariantCulture)),
            't' => FieldValue.Of(rest),
            'd' => FieldValue.Of((DateOnly?)DateOnly.FromDayNumber((int)Integer(rest)!)),
            'm' => FieldValue.Of((DateTimeOffset?)new DateTimeOffset(Integer(rest)!.Value, TimeSpan.Zero)),
            'l' => ReadList(rest),
            _ => throw new FormatException($"A stored value begins with an unknown mark: '{stored[0]}'."),
        };
    }

    // Each element with its length before it, so that no value has to be escaped.
    private static string Write(IReadOnlyList<FieldValue> elements)
    {
        var text = new StringBuilder("l");
        foreach (var element in elements)
        {
            var stored = Write(element);
            text.Append(CultureInfo.InvariantCulture, $"{stored.Length}:").Append(stored);
        }

        return text.ToString();
    }

    private static FieldValue ReadList(string stored)
    {
        var elements = new List<FieldValue>();
        for (var at = 0; at < stored.Length;)
        {
            var mark = stored.IndexOf(':', at);
            if (mark < 0)
                throw new FormatException("A stored list ends within an element.");

            var length = (int)Integer(stored[at..mark])!;
            if (length < 0 || length > stored.Length - mark - 1)
                throw new FormatException("A stored list ends within an element.");

            elements.Add(Read(stored.Substring(mark + 1, length)));
            at = mark + 1 + length;
        }

        return FieldValue.Of(elements);
    }

    private static long? Integer(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
