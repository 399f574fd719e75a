using System.Text;

namespace Sluice.Generator.Text;

/// <summary>Writes C# line by line, indented by blocks. Lines end with <c>\n</c> whatever the machine.</summary>
internal sealed class CodeWriter
{
    private const int Widest = 120;

    private readonly StringBuilder _text;
    private int _depth;

    /// <summary>An empty text.</summary>
    public CodeWriter()
        : this(new(), 0)
    {
    }

    private CodeWriter(StringBuilder text, int depth) => (_text, _depth) = (text, depth);

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Writes one line, or an empty one.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);

        _text.Append('\n');
    }

    /// <summary>Writes lines one step further in.</summary>
    public void Indented(params string[] lines)
    {
        foreach (var line in lines)
            Deeper().Line(line);
    }

    /// <summary>Writes something and its value, on two lines where they are too long for one.</summary>
    public void Assign(string head, string value)
    {
        if ((_depth * 4) + head.Length + 1 + value.Length <= Widest)
        {
            Line($"{head} {value}");
            return;
        }

        Line(head);
        Indented(value);
    }

    /// <summary>Opens a block.</summary>
    public void Open(string head)
    {
        Line(head);
        Line("{");
        _depth++;
    }

    /// <summary>Closes a block.</summary>
    public void Close(string tail = "")
    {
        _depth--;
        Line("}" + tail);
    }

    /// <summary>A writer into the same text, one step further in.</summary>
    public CodeWriter Deeper() => new(_text, _depth + 1);

    /// <summary>A writer into a text of its own, as far in, to be appended or dropped.</summary>
    public CodeWriter Inner() => new(new(), _depth);

    /// <summary>Writes what an inner writer wrote.</summary>
    public void Append(CodeWriter inner) => _text.Append(inner._text);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
