namespace Sluice.Connectors.Rest.Settings;

/// <summary>Names of headers (RFC 9110, 5.6.2).</summary>
internal static class HeaderName
{
    // These belong to what carries the call.
    private static readonly string[] Reserved =
        ["Host", "Connection", "Content-Length", "Content-Type", "Transfer-Encoding", "Cookie", "Expect"];

    public static bool IsOne(string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character)
            || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal));

    /// <summary>Whether a setting may give the header a value.</summary>
    public static bool IsFree(string name) => IsOne(name) && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase);
}
