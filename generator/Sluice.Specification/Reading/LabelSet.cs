using System.Text;

namespace Sluice.Specification.Reading;

/// <summary>Labels of one system, compared without case, blanks and hyphens.</summary>
internal sealed class LabelSet
{
    private readonly HashSet<string> _folded;
    private readonly int _longest;

    public LabelSet(IEnumerable<string> labels)
    {
        _folded = new(labels.Select(SystemLabel.FoldName).Where(label => label.Length > 0), StringComparer.Ordinal);
        _longest = _folded.Count == 0 ? 0 : _folded.Max(label => label.Length);
    }

    /// <summary>
    /// How many characters of a name are a label, in whole words; the most where several labels fit, zero where none
    /// does.
    /// </summary>
    public int LengthIn(string name) => LengthIn(name, _longest, _folded.Contains);

    /// <summary>How many characters of a name are the beginning of a label, in whole words.</summary>
    public int LengthOfBeginningIn(string name) => LengthIn(
        name, _longest, start => _folded.Any(label => label.StartsWith(start, StringComparison.Ordinal)));

    private static int LengthIn(string name, int longest, Func<string, bool> fits)
    {
        var folded = new StringBuilder();
        var (length, compared) = (0, 0);
        for (var at = 0; at < name.Length && folded.Length <= longest; at++)
            if (!char.IsWhiteSpace(name[at]))
                SystemLabel.Fold(name[at], folded, dropHyphens: true);
            else if (folded.Length > compared)
            {
                compared = folded.Length;
                if (fits(folded.ToString()))
                    length = at;
            }

        return length;
    }
}
