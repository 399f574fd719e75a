using System.Globalization;
using System.Text;

namespace Sluice.Specification.DataTypes;

// Printing is iterative over a work list: an expression is as deep as a document makes it.
internal static class ExpressionText
{
    public static string Of(Expression expression)
    {
        var text = new StringBuilder();
        var rest = new Stack<object>();
        rest.Push(expression);
        while (rest.Count > 0)
            Print(rest.Pop(), text, rest);

        return text.ToString();
    }

    private static void Print(object next, StringBuilder text, Stack<object> rest)
    {
        switch (next)
        {
            case FunctionCall call:
                Quote(text.Append('['), call.Function);
                rest.Push("]");
                for (var i = call.Arguments.Count - 1; i >= 0; i--)
                {
                    rest.Push(call.Arguments[i]);
                    rest.Push(", ");
                }

                break;
            case CurrentValue value:
                Quote(text, "_." + value.Path);
                break;
            case Literal { Kind: LiteralKind.Text } literal:
                Quote(text, literal.Text);
                break;
            case Literal literal:
                text.Append(literal.Text);
                break;
            default:
                text.Append(next);
                break;
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            if (character is '"' or '\\')
                text.Append('\\').Append(character);
            else if (character < ' ')
                text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(character);
        }

        text.Append('"');
    }
}
