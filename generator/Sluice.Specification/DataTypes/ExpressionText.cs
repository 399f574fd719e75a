using System.Globalization;
using System.Text;

namespace Sluice.Specification.DataTypes;

internal static class ExpressionText
{
    public static string Of(Expression expression)
    {
        var text = new StringBuilder();
        Write(expression, text);
        return text.ToString();
    }

    private static void Write(Expression expression, StringBuilder text)
    {
        switch (expression)
        {
            case FunctionCall call:
                Quote(text.Append('['), call.Function);
                foreach (var argument in call.Arguments)
                    Write(argument, text.Append(", "));

                text.Append(']');
                break;
            case ObjectLiteral value:
                text.Append('{');
                for (var i = 0; i < value.Members.Count; i++)
                {
                    Quote(text.Append(i > 0 ? ", " : ""), value.Members[i].Name);
                    WriteData(value.Members[i].Value, text.Append(": "));
                }

                text.Append('}');
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
        }
    }

    // Inside an object a list is one, and no call.
    private static void WriteData(Expression expression, StringBuilder text)
    {
        if (expression is not FunctionCall list)
        {
            Write(expression, text);
            return;
        }

        text.Append('[');
        for (var i = 0; i < list.Arguments.Count; i++)
            WriteData(list.Arguments[i], text.Append(i > 0 ? ", " : ""));

        text.Append(']');
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        for (var at = 0; at < value.Length; at++)
            if (value[at] is '"' or '\\')
                text.Append('\\').Append(value[at]);
            else if (char.IsSurrogatePair(value, at))
                text.Append(value, at++, 2);
            else if (value[at] < ' ' || char.IsSurrogate(value[at]))
                text.Append("\\u").Append(((int)value[at]).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(value[at]);

        text.Append('"');
    }
}
