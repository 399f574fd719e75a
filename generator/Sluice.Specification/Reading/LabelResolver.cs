using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Reading;

/// <summary>Finds where, in the names of a heading, the system's label ends and the entity begins.</summary>
internal sealed class LabelResolver
{
    private readonly List<string> _sources;
    private readonly List<string> _targets;
    private readonly string _shared;
    private readonly List<Problem> _problems;

    public LabelResolver(
        FrontMatter front, FileSlugs slugs, IEnumerable<string> aliases, List<SectionDraft> sections,
        List<Problem> problems)
    {
        var labels = sections.Select(section => section.TargetLabel?.Text).OfType<string>().Distinct().ToList();
        _problems = problems;
        _targets = [.. labels, front.TargetLabel ?? string.Empty, slugs.Target];
        _sources = [front.SourceLabel ?? string.Empty, slugs.Source, .. aliases];
        if (slugs.Source == slugs.Target)
            _sources.AddRange(labels);

        _shared = SharedWords(sections.ConvertAll(section => section.Names.A.Text));
    }

    public (string Label, Cell Entity) Source(SectionDraft section)
    {
        var name = section.Names.A;
        var known = _sources.Select(label => LengthOf(label, name.Text)).FirstOrDefault(length => length > 0);
        if (known > 0)
            return Split(name, known);

        if (_shared.Length > 0)
            return Split(name, _shared.Length);

        var blank = name.Text.IndexOf(' ');
        _problems.Add(Rules.LabelUnclear.At(
            name.Span,
            $"Where the system's name ends in '{name.Text}' is not clear. Write it as the title does, or as the file "
            + "name "
            + (blank < 0 ? "does." : $"does; until then it is taken to be '{name.Text.Substring(0, blank)}'.")));
        return blank < 0 ? (string.Empty, name) : Split(name, blank);
    }

    public (string Label, Cell Entity) Target(SectionDraft section)
    {
        var name = section.Names.B;
        if (section.TargetLabel is { } label)
        {
            if (label.Text.Length == 0)
                return (string.Empty, name);

            if (LengthOf(label.Text, name.Text) is > 0 and var length)
                return Split(name, length);

            _problems.Add(Rules.Disagreement.At(
                label.Span, $"'{label.Text}' is not what '{name.Text}' in the heading starts with. Make them agree."));
        }

        var known = _targets.Select(candidate => LengthOf(candidate, name.Text)).FirstOrDefault(length => length > 0);
        return known > 0 ? Split(name, known) : (string.Empty, name);
    }

    // Labels are compared without case and blanks, so the same label may be longer here than there.
    private static int LengthOf(string label, string name)
    {
        var folded = SystemLabel.FoldName(label);
        if (folded.Length == 0)
            return 0;

        for (var at = name.IndexOf(' '); at > 0; at = name.IndexOf(' ', at + 1))
        {
            var start = SystemLabel.FoldName(name.Substring(0, at));
            if (start == folded)
                return at;

            if (start.Length > folded.Length)
                return 0;
        }

        return 0;
    }

    private static (string Label, Cell Entity) Split(Cell name, int length)
    {
        var entity = name.Text.Substring(length).TrimStart();
        var start = name.Text.Length - entity.Length;
        var span = name.Span with { Column = name.Span.Column + start, Length = entity.Length };
        return (name.Text.Substring(0, length), new(entity, span));
    }

    // The longest run of whole words that all headings start with and none consists of.
    private static string SharedWords(List<string> names)
    {
        var words = names.Distinct().Select(name => name.Split(' ')).ToList();
        if (words.Count < 2)
            return string.Empty;

        var shared = 0;
        while (words.TrueForAll(name => shared < name.Length - 1 && name[shared] == words[0][shared]))
            shared++;

        return string.Join(" ", words[0].Take(shared));
    }
}
