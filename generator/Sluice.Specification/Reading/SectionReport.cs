using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Reading;

/// <summary>Words the problems of a section.</summary>
internal sealed class SectionReport(List<Problem> problems)
{
    public void Repeated(Line line) => problems.Add(Rules.SentenceOutOfPlace.At(
        line.Span,
        "This section has said that already, or has said something else in its place. Keep one of the two."));

    public void OutOfPlace(Line line, string reason) => problems.Add(Rules.SentenceOutOfPlace.At(line.Span, reason));

    public void Unknown(Line line, string? nearest) => problems.Add(Rules.UnknownSentence.At(
        line.Span,
        nearest is null
            ? "This is none of the sentences that a section consists of. Remove it, or write one of them as "
              + "spec/diagnostics/SLU004.md lists them."
            : $"This is none of the sentences that a section consists of. Did you mean '{nearest}'?"));

    public void Wrapped(Line line, WrappedSentence sentence) => problems.Add(Rules.UnknownSentence.At(
        line.Span,
        $"This sentence stands on {sentence.Lines} lines and must stand on one. Join lines {line.Number} to "
        + $"{line.Number + sentence.Lines - 1}: '{Shown.Of(sentence.Text)}'"));

    public void ListUnclear(Cell list, string reason) => problems.Add(Rules.ListUnclear.At(list.Span, reason));

    public void Missing(DocumentSpan heading, string sentence) => problems.Add(Rules.SentenceMissing.At(
        heading, $"This section lacks a sentence. Add '{sentence}'"));

    public void MissingTable(Line sentence, string header) => problems.Add(Rules.TableMissing.At(
        sentence.Span, $"No table follows this sentence. Add a '.. list-table::' whose header row is {header}."));

    public void Broken(DocumentSpan span, string reason) => problems.Add(Rules.TableBroken.At(span, reason));

    public void BlankMatchCell(Cell cell) => problems.Add(Rules.MatchCellBlank.At(
        cell.Span,
        "A blank cell never matches anything, so this rule is ignored. Name a property here, or remove the row."));

    public void NotAPath(Cell cell) => problems.Add(Rules.PathUnreadable.At(
        cell.Span, $"'{Shown.Of(cell.Text)}' is not a path. Write names joined by dots, such as address.city."
            + (cell.Text.IndexOf("depend", StringComparison.OrdinalIgnoreCase) < 0 ? ""
                : " What a value depends on is written behind it as '(Dependant on having VALUE in PATH)'.")));

    public void SharedDependency(Cell cell, string first) => problems.Add(Rules.PathUnreadable.At(
        cell.Span,
        $"It is not clear which of these paths the dependency belongs to, so this rule is left out. Write '{first}' "
        + "and each of the others in a row of its own, with what it depends on."));

    public void UnreadableDependency(DocumentSpan span) => problems.Add(Rules.DependencyUnreadable.At(
        span,
        "This dependency cannot be evaluated, because what must be held or where is missing. Write "
        + "'(Dependant on having VALUE in PATH)'."));
}
