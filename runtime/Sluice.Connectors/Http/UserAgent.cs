namespace Sluice.Connectors.Http;

/// <summary>How we introduce ourselves.</summary>
internal static class UserAgent
{
    private const int Longest = 200;

    private static string Product { get; } = $"Sluice/{typeof(UserAgent).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Our name, and whom a system's people can ask about us.</summary>
    /// <param name="contact">An address for which <see cref="IsContact"/> holds; null for none.</param>
    public static string Text(string? contact) => contact is null ? Product : $"{Product} ({contact})";

    /// <summary>
    /// Whether a text is an e-mail or web address that may stand in a header's comment (RFC 9110, 5.6.5).
    /// </summary>
    public static bool IsContact(string text) =>
        text.Length <= Longest
        && text.All(character => character is > ' ' and <= '~' and not ('(' or ')' or '\\' or '"' or '<' or '>'))
        && (IsMail(text.AsSpan()) || (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.UserInfo.Length == 0));

    private static bool IsMail(ReadOnlySpan<char> text) =>
        text.Count('@') == 1 && text[0] != '@' && text[^1] != '@' && text.IndexOfAny('/', ':', ',') < 0;
}
