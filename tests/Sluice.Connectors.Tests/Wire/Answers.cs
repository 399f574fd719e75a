using System.Text;

namespace Sluice.Connectors.Tests.Wire;

/// <summary>Answers as they go over the wire: each character of the text is one byte.</summary>
internal static class Answers
{
    public const string NoContent = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

    /// <summary>Headers that promise more than follows.</summary>
    public static string Begun(string status) =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 100\r\n\r\n"
            + "{\"company";

    public static string Ok(string body) => Of("200 OK", "application/json", Utf8(body));

    public static string Of(string status, string? type, string bytes, params string[] headers) =>
        string.Join(
            "\r\n",
            [
                "HTTP/1.1 " + status, .. headers, .. type is null ? Array.Empty<string>() : ["Content-Type: " + type],
                "Connection: close", FormattableString.Invariant($"Content-Length: {bytes.Length}"), "", bytes,
            ]);

    /// <summary>An answer whose length nobody says.</summary>
    public static string Chunked(string bytes)
    {
        const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
        var chunk = bytes.Length == 0 ? "" : FormattableString.Invariant($"{bytes.Length:x}\r\n{bytes}\r\n");
        return $"{Head}Transfer-Encoding: chunked\r\n\r\n{chunk}0\r\n\r\n";
    }

    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
