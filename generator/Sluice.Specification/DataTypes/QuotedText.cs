using System.Globalization;
using System.Text;

namespace Sluice.Specification.DataTypes;

/// <summary>Reads a text in double quotes, with JSON's escapes.</summary>
internal static class QuotedText
{
    private const string Escapes = "\"\\/bfnrt";
    private const string Escaped = "\"\\/\b\f\n\r\t";

    /// <summary>
    /// The decoded text, or null where it does not end; then <paramref name="at"/> stays at its start.
    /// </summary>
    public static string? Read(string text, ref int at)
    {
        var decoded = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                at = i + 1;
                return decoded.ToString();
            }

            if (text[i] != '\\')
                decoded.Append(text[i]);
            else if (!ReadEscape(text, ref i, decoded))
                return null;
        }

        return null;
    }

    private static bool ReadEscape(string text, ref int at, StringBuilder decoded)
    {
        if (++at >= text.Length)
            return false;

        var known = Escapes.IndexOf(text[at]);
        if (known >= 0)
        {
            decoded.Append(Escaped[known]);
            return true;
        }

        if (text[at] != 'u' || at + 4 >= text.Length || !ushort.TryParse(
                text.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            return false;

        decoded.Append((char)unit);
        at += 4;
        return true;
    }
}
