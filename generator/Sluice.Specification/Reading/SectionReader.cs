using Sluice.Specification.Problems;
using Sluice.Specification.Reading.Clauses;
using Sluice.Specification.Reading.Tables;

namespace Sluice.Specification.Reading;

/// <summary>Reads one section, line by line: each is a sentence, part of a table, or a problem.</summary>
internal static class SectionReader
{
    // A file with more problems than this is no document; looking for what was meant would take its time for each line.
    private const int MostSuggestions = 1000;

    public static SectionDraft Read(SectionLines lines, SectionNames names, List<Problem> problems)
    {
        var section = new SectionDraft(lines.Heading, names, problems);
        var tables = new TableReader(section);
        for (var i = 0; i < lines.Body.Count; i++)
        {
            var line = lines.Body[i];
            if (line.IsBlank || tables.TryReadMarked(line))
                continue;

            if (AllClauses.InOrder.Any(clause => clause.TryRead(line, section)))
                tables.Close();
            else if (section.Problems.Count <= MostSuggestions
                && WrappedSentence.At(lines.Body, i) is { } wrapped)
            {
                tables.Close();
                section.Report.Wrapped(line, wrapped);
                section.Attempted.Add(wrapped.Clause);
                i += wrapped.Lines - 1;
            }
            else if (!tables.TryReadUnmarked(line))
                Unknown(line, section);
        }

        foreach (var table in section.Tables)
            if (table.Rows.Count > 0 && HeaderRow.IsHeader(table.Rows[0], names))
                HeaderRow.Read(table.Rows[0], table.Kind, section);

        section.Names = section.Mentions.Settle(names, problems);
        SectionReview.Review(section);
        return section;
    }

    private static void Unknown(Line line, SectionDraft section)
    {
        if (section.Problems.Count > MostSuggestions)
        {
            section.Report.Unknown(line, null);
            return;
        }

        var forms = AllClauses.InOrder
            .SelectMany(clause => clause.Forms(section.Names, line.Text).Select(form => (Clause: clause, Form: form)))
            .ToList();
        var nearest = Nearest.Of(line.Content, forms.Select(form => form.Form));
        section.Report.Unknown(line, nearest);
        if (forms.Find(form => form.Form == nearest).Clause is { } clause)
            section.Attempted.Add(clause);
    }
}
