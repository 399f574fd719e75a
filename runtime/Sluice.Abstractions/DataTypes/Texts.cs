using System.Text;

namespace Sluice;

/// <summary>
/// The text functions of the data type language. What is no text has to be cast first: it is left out.
/// </summary>
public static class Texts
{
    /// <summary>The texts of a list with a separator between them, blank where there are none.</summary>
    public static FieldValue Join(string? separator, FieldValue value) => FieldValue.Of(
        string.Join(separator, Elements.Of(value).Select(one => one.Text).Where(text => text is not null)));

    /// <summary>
    /// The parts between separators, of all texts in one list. A blank separator parts characters.
    /// </summary>
    public static FieldValue Split(string? separator, FieldValue value) => Parts(
        value,
        text => separator is null ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : separator.Length == 0 ? Characters(text)
            : text.Split(separator));

    /// <summary>The words: the parts between runs of white space, of all texts in one list.</summary>
    public static FieldValue Split(FieldValue value) => Split(null, value);

    /// <summary>Each text with all occurrences of a passage replaced.</summary>
    public static FieldValue Replace(string? passage, string? replacement, FieldValue value) => Elements.Each(
        value,
        one => one.Text is not { } text ? null
            : string.IsNullOrEmpty(passage) ? one
            : FieldValue.Of(text.Replace(passage, replacement, StringComparison.Ordinal)),
        "text");

    /// <summary>Each text with all passages replaced that an object names, the longest first, in one pass.</summary>
    public static FieldValue Replace(FieldValue replacements, FieldValue value)
    {
        var passages = (replacements.Members ?? [])
            .Where(member => member.Key.Length > 0 && member.Value.Text is not null)
            .OrderByDescending(member => member.Key.Length)
            .Select(member => (member.Key, member.Value.Text!))
            .ToArray();
        return Elements.Each(
            value, one => one.Text is { } text ? FieldValue.Of(Replaced(text, passages)) : null, "text");
    }

    private static string Replaced(string text, (string Passage, string Replacement)[] passages)
    {
        var replaced = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var found = Array.Find(
                passages, one => string.CompareOrdinal(text, at, one.Passage, 0, one.Passage.Length) == 0);
            replaced.Append(found.Passage is null ? text[at].ToString() : found.Replacement);
            at += found.Passage?.Length ?? 1;
        }

        return replaced.ToString();
    }

    private static FieldValue Parts(FieldValue value, Func<string, IEnumerable<string>> split)
    {
        var parts = new List<FieldValue>();
        var issue = value.Issue;
        foreach (var one in Elements.Of(value))
            if (one.Text is { } text)
                parts.AddRange(split(text).Select(part => FieldValue.Of(part)));
            else if (one.Kind != FieldKind.Null)
                issue ??= Elements.Issue(one, "text");

        return FieldValue.Of([.. parts], issue);
    }

    // A lone surrogate is a character of its own, so that nothing is lost.
    private static IEnumerable<string> Characters(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
            yield return text.Substring(at, length);
            at += length;
        }
    }
}
