namespace Sluice.Specification.Reading;

internal static class PathText
{
    /// <summary>Whether a text can be a path. Vendors' names are odd, so only what no name holds is refused.</summary>
    public static bool IsPath(string text)
    {
        foreach (var character in text)
            if (char.IsWhiteSpace(character)
                || character is '"' or '\'' or '(' or ')' or '[' or ']' or '{' or '}' or ',' or ';')
                return false;

        return text.Length > 0;
    }
}
