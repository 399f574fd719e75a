namespace Sluice.Specification.DataTypes;

/// <summary>Cuts a data type into tokens, and checks that commas stand where they belong.</summary>
internal sealed class Tokens
{
    // Ten times the longest expression that documents are known to hold; restoring a damaged one takes a search.
    private const int Most = 256;

    private const string Marks = "[]{}:";

    private static readonly TokenKind[] Kinds =
        [TokenKind.Open, TokenKind.Close, TokenKind.OpenObject, TokenKind.CloseObject, TokenKind.Colon];

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Tokens(string text) => _text = text;

    public static List<Token>? Of(string text, out string? fault)
    {
        var tokens = new Tokens(text);
        fault = tokens.Read();
        return fault is null ? tokens._tokens : null;
    }

    private string? Read()
    {
        var needsValue = true;
        for (SkipBlanks(); _at < _text.Length; SkipBlanks())
        {
            var next = _text[_at];
            if (next == ',' && !needsValue)
            {
                needsValue = true;
                _at++;
                continue;
            }

            if (!Belongs(next, needsValue))
                return $"commas and brackets do not go together near character {_at + 1}.";

            if (ReadToken(next) is not { } token)
                return $"character {_at + 1} starts neither a text in quotes nor a number.";

            _tokens.Add(token);
            needsValue = token.Kind is TokenKind.Open or TokenKind.OpenObject or TokenKind.Colon;
            if (_tokens.Count > Most)
                return $"it has more than {Most} parts.";
        }

        return _tokens.Count == 0 ? "it is blank." : needsValue ? "something is missing at its end." : null;
    }

    private bool Belongs(char next, bool needsValue) => next switch
    {
        ',' => false,
        ']' => !needsValue || EndsWith(TokenKind.Open),
        '}' => !needsValue || EndsWith(TokenKind.OpenObject),
        ':' => !needsValue && EndsWith(TokenKind.Text),
        _ => needsValue,
    };

    private bool EndsWith(TokenKind kind) => _tokens.Count > 0 && _tokens[_tokens.Count - 1].Kind == kind;

    private Token? ReadToken(char next)
    {
        if (Marks.IndexOf(next) is >= 0 and var mark)
        {
            _at++;
            return new(Kinds[mark], next.ToString());
        }

        if (next == '"')
            return QuotedText.Read(_text, ref _at) is { } text ? new(TokenKind.Text, text) : null;

        return ReadWord();
    }

    private Token? ReadWord()
    {
        var start = _at;
        var end = start;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '-' or '+' or '.'))
            end++;

        var word = _text.Substring(start, end - start);
        var kind = word switch
        {
            "true" or "false" => TokenKind.Boolean,
            "null" => TokenKind.Null,
            _ => NumberText.IsNumber(word) ? TokenKind.Number : default(TokenKind?),
        };
        if (kind is null)
            return null;

        _at = end;
        return new(kind.Value, word);
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }
}
