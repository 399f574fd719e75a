using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Reading;

/// <summary>Finds where, in the names of a heading, the system's label ends and the entity begins.</summary>
internal sealed class LabelResolver
{
    private readonly LabelSet _sources;
    private readonly LabelSet _targets;
    private readonly int _shared;
    private readonly List<Problem> _problems;

    public LabelResolver(
        FrontMatter front, FileSlugs slugs, List<SectionDraft> sections, List<Problem> problems)
    {
        var labels = sections.Select(section => section.TargetLabel?.Text).OfType<string>().Distinct().ToList();
        _problems = problems;
        _targets = new([.. labels, front.TargetLabel ?? string.Empty, slugs.Target]);
        _sources = new(
            [front.SourceLabel ?? string.Empty, slugs.Source, .. slugs.Source == slugs.Target ? labels : []]);

        // The list of a conditional clause starts with the same label.
        _shared = SharedWords(
        [
            .. sections.Select(section => section.Names.A.Text),
            .. sections.Select(section => section.ConnectedTo?.Text).OfType<string>(),
        ]);
    }

    public (string Label, Cell Entity) Source(SectionDraft section)
    {
        var name = section.Names.A;
        if (_sources.LengthIn(name.Text) is > 0 and var known)
            return Split(name, known);

        if (_shared > 0)
            return Split(name, _shared);

        // A part of the title is the best guess, then the first word.
        var guess = Math.Max(_sources.LengthOfBeginningIn(name.Text), name.Text.IndexOf(' '));
        _problems.Add(Rules.LabelUnclear.At(
            name.Span,
            $"Where the system's name ends in '{Shown.Of(name.Text)}' is not clear. Write it as the title does, or as "
            + "the file name "
            + (guess < 0 ? "does."
                : $"does; until then it is taken to be '{Shown.Of(name.Text.Substring(0, guess))}'.")));
        return guess < 0 ? (string.Empty, name) : Split(name, guess);
    }

    public (string Label, Cell Entity) Target(SectionDraft section)
    {
        var name = section.Names.B;
        if (section.TargetLabel is { } label)
        {
            if (section.ConnectedInto is { } into && !SystemLabel.Same(into.Text, label.Text))
                _problems.Add(Rules.Disagreement.At(
                    into.Span,
                    $"'{Shown.Of(into.Text)}' stands where the table calls the target system "
                    + $"'{Shown.Of(label.Text)}'. Make them agree."));

            if (label.Text.Length == 0)
                return (string.Empty, name);

            if (name.Text.StartsWith(label.Text + " ", StringComparison.Ordinal))
                return Split(name, label.Text.Length);

            _problems.Add(Rules.Disagreement.At(label.Span, Disagreement(label.Text, name.Text)));
        }

        return _targets.LengthIn(name.Text) is > 0 and var known ? Split(name, known) : (string.Empty, name);
    }

    private static string Disagreement(string label, string name)
    {
        if (name == label)
            return $"'{Shown.Of(label)}' is all that the heading calls the target. Write the system's name alone in "
                + "front of 'Data Type'.";

        return name.StartsWith(label, StringComparison.Ordinal)
            ? $"'{Shown.Of(label)}' ends inside a word of '{Shown.Of(name)}' in the heading. Make them agree."
            : $"'{Shown.Of(label)}' is not what '{Shown.Of(name)}' in the heading starts with. Make them agree.";
    }

    private static (string Label, Cell Entity) Split(Cell name, int length)
    {
        var entity = name.Text.Substring(length).TrimStart();
        var start = name.Text.Length - entity.Length;

        // Where the section below it corrects a heading, what stands there is of another length.
        var span = name.Span.Length == name.Text.Length
            ? name.Span with { Column = name.Span.Column + start, Length = entity.Length }
            : name.Span;
        return (name.Text.Substring(0, length), new(entity, span));
    }

    // The length of the longest run of whole words that all names start with and none consists of.
    private static int SharedWords(List<string> names)
    {
        var different = names.Distinct().ToList();
        if (different.Count < 2)
            return 0;

        var first = different[0];
        var shared = different.Min(name => SharedCharacters(first, name));
        while (shared > 0 && !different.TrueForAll(name => shared < name.Length && name[shared] == ' '))
            shared--;

        return shared;
    }

    private static int SharedCharacters(string left, string right)
    {
        var shared = 0;
        while (shared < left.Length && shared < right.Length && left[shared] == right[shared])
            shared++;

        return shared;
    }
}
