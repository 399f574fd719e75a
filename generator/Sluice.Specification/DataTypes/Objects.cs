namespace Sluice.Specification.DataTypes;

/// <summary>Reads constant objects, which hold data and no calls.</summary>
internal static class Objects
{
    private const int Deepest = 64;

    /// <summary>The value at a place, and the place behind it; null where there is none.</summary>
    public static (Expression Value, int Next)? Read(List<Token> tokens, int at, int depth)
    {
        if (at >= tokens.Count || depth > Deepest)
            return null;

        var (kind, text) = tokens[at];
        return kind switch
        {
            TokenKind.OpenObject => Object(tokens, at + 1, depth),
            TokenKind.Open => List(tokens, at + 1, depth),
            TokenKind.Text => (new Literal(LiteralKind.Text, text), at + 1),
            TokenKind.Number => (new Literal(LiteralKind.Number, text), at + 1),
            TokenKind.Boolean => (new Literal(LiteralKind.Boolean, text), at + 1),
            TokenKind.Null => (new Literal(LiteralKind.Null, text), at + 1),
            _ => null,
        };
    }

    private static (Expression, int)? Object(List<Token> tokens, int at, int depth)
    {
        var members = new List<ObjectMember>();
        while (at < tokens.Count && tokens[at].Kind != TokenKind.CloseObject)
        {
            if (tokens[at].Kind != TokenKind.Text || at + 1 >= tokens.Count || tokens[at + 1].Kind != TokenKind.Colon
                || Read(tokens, at + 2, depth + 1) is not var (value, next))
                return null;

            members.Add(new(tokens[at].Text, value));
            at = next;
        }

        return at < tokens.Count ? (new ObjectLiteral(members.ToEquatableArray()), at + 1) : null;
    }

    private static (Expression, int)? List(List<Token> tokens, int at, int depth)
    {
        var items = new List<Expression>();
        while (at < tokens.Count && tokens[at].Kind != TokenKind.Close)
        {
            if (Read(tokens, at, depth + 1) is not var (item, next))
                return null;

            items.Add(item);
            at = next;
        }

        return at < tokens.Count ? (new FunctionCall("list", items.ToEquatableArray()), at + 1) : null;
    }
}
