using System.Globalization;
using System.Text;

namespace Sluice.Specification.Naming;

/// <summary>Makes names of what documents say, in ASCII letters, digits and underscores only.</summary>
internal static class Identifier
{
    /// <summary>
    /// The most characters that a name is made of: assemblies and file systems refuse names that are very long.
    /// </summary>
    public const int Longest = 100;

    /// <summary>A C# name: <c>Customers (person)</c> becomes <c>CustomersPerson</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        foreach (var word in Words(text))
            name.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);

        if (name.Length == 0 || char.IsDigit(name[0]))
            name.Insert(0, '_');

        return name.Length <= Longest ? name.ToString() : name.ToString(0, Longest) + "___" + Mark(text);
    }

    /// <summary>What tells a text from others in a name that does not hold all of it.</summary>
    public static string Mark(string text)
    {
        // FNV-1a over the code units: the same on every machine and in every process.
        var hash = 2166136261u;
        foreach (var character in text)
            hash = unchecked((((hash ^ (character & 0xffu)) * 16777619u) ^ (uint)(character >> 8)) * 16777619u);

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>A name for commands: <c>Customers (person)</c> becomes <c>customers-person</c>.</summary>
    public static string Kebab(string text) => string.Join("-", Words(text).Select(word => word.ToLowerInvariant()));

    /// <summary>One of many, by the spelling rules of English: <c>Companies</c> becomes <c>Company</c>.</summary>
    public static string Singular(string name)
    {
        if (Ends(name, "ies") && name.Length > 4)
            return Without(name, 3) + "y";

        if (Ends(name, "sses") || Ends(name, "xes") || Ends(name, "ches") || Ends(name, "shes"))
            return Without(name, 2);

        return name.Length > 1 && Ends(name, "s") && !Ends(name, "ss") && !Ends(name, "us") && !Ends(name, "is")
            ? Without(name, 1)
            : name;
    }

    /// <summary>
    /// A name that keeps its letters' case: <c>Customers (person)</c> becomes <c>Customers_person</c>.
    /// </summary>
    public static string Snake(string text) => string.Join("_", Words(text));

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in Decomposed(text) + " ")
        {
            if (IsAscii(character))
                word.Append(character);
            else if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            else if (char.IsLetterOrDigit(character))
                word.Append(Spelled(character));
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private static string Spelled(char letter) => letter switch
    {
        'ø' => "o",
        'Ø' => "O",
        'æ' => "ae",
        'Æ' => "Ae",
        'ß' => "ss",
        _ => "u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
    };

    // A lone surrogate has no decomposition; it is left to be spelled by its number.
    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static bool IsAscii(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool Ends(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static string Without(string name, int count) => name.Substring(0, name.Length - count);
}
