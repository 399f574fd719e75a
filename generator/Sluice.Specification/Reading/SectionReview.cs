using Sluice.Specification.Documents;
using Sluice.Specification.Reading.Clauses;
using Sluice.Specification.Reading.Tables;

namespace Sluice.Specification.Reading;

/// <summary>Checks that a section is whole and that its sentences go together.</summary>
internal static class SectionReview
{
    public static void Review(SectionDraft section)
    {
        RequireSentence<Every>(section, section.CreationLine, typeof(BeforeAny), typeof(ProseCondition));
        RequireSentence<Once>(section, section.OnceLine);
        RequireSentence<Following>(section, section.FollowingLine);
        RequireTables(section);
        ReviewConnected(section);
        ReviewIfMatching(section);
    }

    private static void RequireSentence<T>(SectionDraft section, Line? line, params Type[] alternatives)
        where T : Clause
    {
        if (line is not null || section.Attempted.Any(clause => clause is T || alternatives.Contains(clause.GetType())))
            return;

        var form = AllClauses.InOrder.OfType<T>().First().Forms(section.Names, string.Empty).First();
        section.Report.Missing(section.Heading.Span, form);
    }

    private static void RequireTables(SectionDraft section)
    {
        RequireTable(section, section.MergeLine, TableKind.Merge);
        RequireTable(section, section.FollowingLine, TableKind.Property);
        if (section.MergeLine is null && !section.Attempted.OfType<Merge>().Any()
            && section.Tables.Find(table => table.Kind == TableKind.Merge) is { } merge)
        {
            section.Report.OutOfPlace(
                merge.Directive,
                "No sentence says what this table is for. Put "
                + $"'{AllClauses.InOrder.OfType<Merge>().First().Forms(section.Names, string.Empty).First()}' above "
                + "it.");
        }

        foreach (var kind in (TableKind[])[TableKind.Merge, TableKind.Property])
            foreach (var second in section.Tables.Where(table => table.Kind == kind).Skip(1))
                section.Report.OutOfPlace(
                    second.Directive, "This section has such a table already. Move the rows into one table.");
    }

    private static void RequireTable(SectionDraft section, Line? sentence, TableKind kind)
    {
        if (sentence is { } line && !section.Tables.Exists(table => table.Kind == kind))
            section.Report.MissingTable(line, HeaderRow.Form(section.Names, kind));
    }

    private static void ReviewConnected(SectionDraft section)
    {
        if (section.ConnectedLine is { } line && section.Creation is { } kind && kind != CreationKind.LinkRequired)
            section.Report.OutOfPlace(line,
                "This sentence goes with 'Before any synchronization can take place, …' only. Remove it, or start the "
                + "section with that one.");
    }

    private static void ReviewIfMatching(SectionDraft section)
    {
        if ((section.MergedLine ?? section.OtherwiseLine) is not { } line)
            return;

        if (section.Creation == CreationKind.LinkRequired)
            section.Report.OutOfPlace(line,
                "A flow that starts with 'Before any' creates nothing. Remove this sentence.");
        else if (section.MergeLine is null && !section.Attempted.OfType<Merge>().Any())
            section.Report.OutOfPlace(line, "Nothing says what a match is. Add match rules, or remove this sentence.");
        else if ((section.MergedLine is null || section.OtherwiseLine is null)
            && !section.Attempted.OfType<IfMatching>().Any())
            section.Report.OutOfPlace(line,
                "'If a matching …' and 'If no matching …' come together. Add the other one.");
    }
}
