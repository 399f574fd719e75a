using Sluice.Specification.Reading;

namespace Sluice.Specification.DataTypes;

/// <summary>
/// Reads an expression, whole or damaged. A function's name in argument position opens a call, which closes at a
/// bracket or, where the function takes the current value last, at once. Which of the two is tried out, the latter
/// first: with the arities of the functions, the forms that documents hold have one reading each.
/// </summary>
internal sealed class Restorer
{
    private const int Deepest = 64;

    private readonly List<Token> _tokens;
    private readonly bool _hasBrackets;

    // Bounds the search through a cell that no rule can make sense of.
    private int _steps = 20_000;

    private Restorer(List<Token> tokens)
    {
        _tokens = tokens;
        _hasBrackets = tokens.Exists(token => token.Kind == TokenKind.Open);
    }

    public static DataType Restore(List<Token> tokens)
    {
        var restorer = new Restorer(tokens);
        foreach (var (expression, next) in restorer.Value(0, literal: false, depth: 0))
            if (next == tokens.Count && expression is FunctionCall)
                return new(restorer.Form(expression), expression, null);

        return new(DataTypeForm.Unreadable, null, Fault(tokens));
    }

    private DataTypeForm Form(Expression expression)
    {
        if (_tokens.Count == 1)
            return DataTypeForm.Cast;

        if (!_hasBrackets)
            return DataTypeForm.Stripped;

        // What was folded has fewer tokens than what it stands for.
        var whole = Tokens.Of(expression.ToString(), out _);
        return whole?.Count == _tokens.Count ? DataTypeForm.Full : DataTypeForm.Folded;
    }

    private IEnumerable<(Expression Expression, int Next)> Value(int at, bool literal, int depth)
    {
        if (at >= _tokens.Count || depth > Deepest || --_steps < 0)
            return [];

        var (kind, text) = _tokens[at];
        return kind switch
        {
            TokenKind.Open => Bracketed(at + 1, depth),
            TokenKind.Close or TokenKind.CloseObject or TokenKind.Colon => [],
            TokenKind.OpenObject => Objects.Read(_tokens, at, depth) is { } read ? [(read.Value, read.Next)] : [],
            TokenKind.Number => [(new Literal(LiteralKind.Number, text), at + 1)],
            TokenKind.Boolean => [(new Literal(LiteralKind.Boolean, text), at + 1)],
            TokenKind.Null => [(new Literal(LiteralKind.Null, text), at + 1)],
            _ when text.StartsWith("_.", StringComparison.Ordinal) => [(new CurrentValue(text.Substring(2)), at + 1)],
            _ when !literal && Named(text) is { } function => Unbracketed(function, at + 1, depth),
            _ => [(new Literal(LiteralKind.Text, text), at + 1)],
        };
    }

    // Among brackets only folded casts go without them; any other name is a text that reads like one.
    private Function? Named(string text) =>
        Functions.Find(text) is { NeedsBrackets: false } function && (!_hasBrackets || function.IsFoldable)
            ? function
            : null;

    private IEnumerable<(Expression Expression, int Next)> Bracketed(int at, int depth) =>
        at < _tokens.Count && _tokens[at].Kind == TokenKind.Text && Functions.Find(_tokens[at].Text) is { } function
            ? Call(function, at + 1, [], depth)
            : [];

    private IEnumerable<(Expression Expression, int Next)> Unbracketed(Function function, int at, int depth)
    {
        if (function.TakesValueLast && ClosedAtOnce(function, at) is { } closed)
            yield return closed;

        if (_hasBrackets)
            yield break;

        foreach (var reading in Call(function, at, [], depth))
            yield return reading;
    }

    private (Expression Expression, int Next)? ClosedAtOnce(Function function, int at)
    {
        var arguments = new List<Expression>();
        if (function.Literals.Last >= 0)
        {
            // A time zone may stand before the format, which is what holds a per cent sign.
            var format = IsText(at) && IsText(at + 1) && _tokens[at].Text.IndexOf('%') < 0 ? at + 1 : at;
            if (!IsText(format) || _tokens[format].Text.IndexOf('%') < 0)
                return null;

            for (; at <= format; at++)
                arguments.Add(new Literal(LiteralKind.Text, _tokens[at].Text));
        }

        arguments.Add(new CurrentValue(string.Empty));
        return (new FunctionCall(function.Name, arguments.ToEquatableArray()), at);
    }

    private bool IsText(int at) => at < _tokens.Count && _tokens[at].Kind == TokenKind.Text;

    private IEnumerable<(Expression Expression, int Next)> Call(
        Function function, int at, Expression[] arguments, int depth)
    {
        if (at >= _tokens.Count)
            yield break;

        if (_tokens[at].Kind == TokenKind.Close)
        {
            if (function.Accepts(arguments, _hasBrackets))
                yield return (new FunctionCall(function.Name, arguments.ToEquatableArray()), at + 1);

            yield break;
        }

        if (arguments.Length == function.Most)
            yield break;

        var isLast = at + 1 < _tokens.Count && _tokens[at + 1].Kind == TokenKind.Close;
        foreach (var (argument, next) in Value(at, function.IsLiteral(arguments.Length, isLast), depth + 1))
            foreach (var reading in Call(function, next, [.. arguments, argument], depth))
                yield return reading;
    }

    private static string Fault(List<Token> tokens)
    {
        var name = tokens.Find(token => token.Kind == TokenKind.Text).Text;
        if (name is null || Functions.Find(name) is not null)
            return "its functions and brackets do not make one expression.";

        var nearest = Nearest.Of(name, Functions.Names);
        return $"'{name}' is not a function" + (nearest is null ? "." : $"; did you mean '{nearest}'?");
    }
}
