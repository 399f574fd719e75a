using System.Text;

namespace Sluice.RandomDocuments;

/// <summary>Writes lines in some layout, and counts them.</summary>
internal sealed class Page(Layout layout, Dice dice)
{
    private readonly StringBuilder _text = new(layout.HasMark ? "\uFEFF" : "");
    private int _lines;

    public override string ToString() => _text.ToString();

    /// <returns>The number of the line.</returns>
    public int Write(string line)
    {
        _text.Append(line);
        if (layout.Trails && dice.Chance(5))
            _text.Append(dice.Of([" ", "\t", "  ", " \t "]));

        _text.Append(layout.LineEnd ?? dice.Of(["\n", "\r\n"]));
        return ++_lines;
    }

    public void Blank()
    {
        if (layout.LacksBlanks && dice.Chance(4))
            return;

        Write("");
        if (layout.HasMoreBlanks && dice.Chance(5))
            Write("");
    }

    /// <summary>A place where no blank line belongs, and one may stand nonetheless.</summary>
    public void Gap()
    {
        if (layout.HasMoreBlanks && dice.Chance(12))
            Write("");
    }

    /// <returns>The numbers of the cells' lines.</returns>
    public int[] Row(params string[] cells)
    {
        var lines = new int[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            lines[i] = Write(i == 0 ? "   * - " + cells[0]
                : i == 2 && layout.ThirdAtZero ? cells[2]
                : "     - " + cells[i]);
            Gap();
        }

        return lines;
    }
}
