using System.Text;

namespace Sluice.Generator.Text;

/// <summary>Writes C# line by line, indented by blocks. Lines end with <c>\n</c> whatever the machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

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
        _depth++;
        foreach (var line in lines)
            Line(line);

        _depth--;
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

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
