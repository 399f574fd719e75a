namespace Sluice.Specification.DataTypes;

/// <summary>Recognizes JSON's numbers without evaluating them, so that none is too large or loses digits.</summary>
internal static class NumberText
{
    public static bool IsNumber(string word)
    {
        var at = Skip(word, 0, '-');
        var whole = Digits(word, at);
        if (whole == at || (word[at] == '0' && whole > at + 1))
            return false;

        at = whole;
        if (at < word.Length && word[at] == '.')
        {
            var fraction = Digits(word, at + 1);
            if (fraction == at + 1)
                return false;

            at = fraction;
        }

        if (at < word.Length && word[at] is 'e' or 'E')
        {
            var sign = at + 1 < word.Length && word[at + 1] is '+' or '-' ? at + 2 : at + 1;
            var exponent = Digits(word, sign);
            if (exponent == sign)
                return false;

            at = exponent;
        }

        return at == word.Length;
    }

    private static int Skip(string word, int at, char character) =>
        at < word.Length && word[at] == character ? at + 1 : at;

    private static int Digits(string word, int at)
    {
        while (at < word.Length && word[at] is >= '0' and <= '9')
            at++;

        return at;
    }
}
