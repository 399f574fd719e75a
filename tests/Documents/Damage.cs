namespace Sluice.RandomDocuments;

/// <summary>Damages texts: characters, tokens, lines, cells and ends.</summary>
internal static class Damage
{
    private const string Characters = "\n\r\t \"[]()*-=:.,_aE\0\uFEFF\u2028é\u001B";

    private static readonly string[] Tokens =
    [
        " to ", " and a ", "Every ", ", it  will be synchronized with a ", ".. list-table::", "   * - ", "     - ",
        "----------", "==========", " (Dependant on having ", " in ", "Property", "Data Type", "N/A", "\"string\"",
        "[[[[[[[[", "]]]]", "\"if\", ", ", or ", "Introduction", "Generated: ", "   :header-rows: 1", "::", "..",
    ];

    /// <summary>The text with one to so many damages.</summary>
    public static string Some(string text, Dice dice, int most)
    {
        for (var count = dice.Between(1, most); count > 0; count--)
            text = One(text, dice);

        return text;
    }

    /// <summary>The text with one damage.</summary>
    public static string One(string text, Dice dice)
    {
        if (text.Length == 0)
            return dice.Of(Tokens);

        var at = dice.Between(0, text.Length - 1);
        return dice.Between(0, 9) switch
        {
            0 => text.Remove(at, dice.Between(1, Math.Min(40, text.Length - at))),
            1 => text.Insert(at, Characters[dice.Between(0, Characters.Length - 1)].ToString()),
            2 => text.Insert(at, dice.Of(Tokens)),
            3 => text[..at],
            4 => text[at..],
            5 => Lines(text, dice, (lines, line) => lines.RemoveAt(line)),
            6 => Lines(text, dice, (lines, line) => lines.Insert(dice.Between(0, lines.Count), lines[line])),
            7 => Lines(text, dice, (lines, line) =>
            {
                var other = dice.Between(0, lines.Count - 1);
                (lines[line], lines[other]) = (lines[other], lines[line]);
            }),
            8 => Lines(text, dice, (lines, line) =>
            {
                var words = lines[line].Split(' ');
                words[dice.Between(0, words.Length - 1)] = dice.Of(Tokens).Trim();
                lines[line] = string.Join(' ', words);
            }),
            _ => text.Remove(at, 1).Insert(at, ((char)dice.Between(1, 127)).ToString()),
        };
    }

    private static string Lines(string text, Dice dice, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines, dice.Between(0, lines.Count - 1));
        return string.Join('\n', lines);
    }
}
