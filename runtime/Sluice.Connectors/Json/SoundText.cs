using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Sluice.Connectors.Json;

/// <summary>
/// Reads JSON that holds what is no text: an emoji that was cut in half (<c>"\ud83d"</c>, which JavaScript and Python
/// write as they hold it), or bytes that are no UTF-8. RFC 8259 (8.2) leaves open what becomes of it.
/// </summary>
/// <remarks>
/// JSON with such a text is parsed, and whoever asks for the text fails, be it for a hash. What is no character shows
/// as U+FFFD, as in other readers; the rest of the record, and of the page, is read as it is.
/// </remarks>
internal static class SoundText
{
    private const int Escape = 6;

    /// <summary>The same JSON; a copy where there was something to replace.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        return json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0 ? json : Mended(json);
    }

    private static ReadOnlySpan<byte> Mended(ReadOnlySpan<byte> json)
    {
        Span<byte> mended = null;
        for (var at = 0; at < json.Length;)
        {
            var step = json[at..].IndexOf((byte)'\\');
            if (step < 0)
                break;

            at += step;
            if (Unit(json[at..]) is not { } unit)
                at += 2;
            else if (char.IsHighSurrogate(unit) && Unit(json[(at + Escape)..]) is { } next && char.IsLowSurrogate(next))
                at += 2 * Escape;
            else
            {
                if (char.IsSurrogate(unit))
                {
                    if (mended.IsEmpty)
                        mended = json.ToArray();
                    "\\ufffd"u8.CopyTo(mended[at..]);
                }

                at += Escape;
            }
        }

        return mended.IsEmpty ? json : mended;
    }

    // What a text that begins with \uXXXX begins with.
    private static char? Unit(ReadOnlySpan<byte> text) =>
        text.Length >= Escape && text.StartsWith("\\u"u8)
        && Utf8Parser.TryParse(text[2..Escape], out ushort unit, out var read, 'x') && read == Escape - 2
            ? (char)unit
            : null;
}
