using System.Globalization;
using Sluice.RandomDocuments.Meant;

namespace Sluice.RandomDocuments;

/// <summary>Makes valid documents of every form that the language has, and says what they mean.</summary>
internal static class RandomDocumentMaker
{
    private static readonly string[] Prose =
    [
        "What flows where.", "A page about two systems - which records belong together, and which properties flow.",
    ];

    private static readonly Dictionary<string, DocumentForm> Repetitions = new(StringComparer.Ordinal)
    {
        ["SLU015"] = DocumentForm.RepeatedSection,
        ["SLU016"] = DocumentForm.SectionWithOtherContent,
        ["SLU017"] = DocumentForm.RepeatedRow,
        ["SLU018"] = DocumentForm.TwoTypesForOneTarget,
    };

    /// <summary>A document as the tool that makes them lays them out.</summary>
    public static RandomDocument Canonical(int seed) => Make(seed, _ => Layout.Canonical);

    /// <summary>A document in any layout.</summary>
    public static RandomDocument Any(int seed) => Make(seed, Layout.Any);

    private static RandomDocument Make(int seed, Func<Dice, Layout> choose)
    {
        var dice = new Dice(seed);
        var labels = Labels.Any(dice);
        var sections = Sections(dice, labels);
        NoteRows(dice, sections);
        var introduction = dice.Of(Prose);
        var generated = new DateTime(2023, 1, 1).AddSeconds(dice.Between(0, 60_000_000))
            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var layout = choose(dice);
        dice.Forms.UnionWith(layout.Forms);

        var page = new Page(layout, dice);
        WriteFront(page, dice, labels, generated, introduction);
        var problems = new List<MeantProblem>();
        var flows = new List<MeantFlow>();
        foreach (var section in sections)
        {
            if (flows.Count > 0)
                page.Blank();

            flows.Add(new SectionWriter(page, labels, problems).Write(section));
        }

        ReportRepetitions(sections, flows, problems);
        dice.Forms.UnionWith(Repetitions.Where(form => problems.Exists(one => one.Code == form.Key))
            .Select(form => form.Value));
        var meant = new MeantDocument(
            labels.File, labels.TitleSource, labels.TitleTarget, generated.Replace(' ', 'T'), flows,
            [.. problems.OrderBy(one => one.Line).ThenBy(one => one.Code, StringComparer.Ordinal)]);
        return new(seed, page.ToString(), introduction, meant, dice.Forms);
    }

    private static void WriteFront(Page page, Dice dice, Labels labels, string generated, string introduction)
    {
        var title = $"{labels.TitleSource} to {labels.TitleTarget} Dataflow";
        page.Write(new string('=', title.Length));
        page.Write(title);
        page.Write(new string('=', title.Length));
        page.Blank();
        page.Write("Generated: " + generated);
        page.Blank();
        page.Write(dice.Chance(3, DocumentForm.IntroductionWithFullStop) ? "Introduction." : "Introduction");
        page.Write(new string('-', 12));
        page.Blank();
        page.Write(introduction);
        page.Blank();
    }

    private static List<Section> Sections(Dice dice, Labels labels)
    {
        var sections = new List<Section>();
        var count = dice.Between(labels.NeedsTwoSources ? 2 : 1, dice.Chance(10) ? 20 : 5);
        while (sections.Count < count)
        {
            // Other first words, so that headings share the label and nothing more.
            var source = labels.NeedsTwoSources && sections.Count < 2
                ? sections.Count == 0 ? "Order" : "Users"
                : dice.Of(Names.Entities);
            var target = dice.Of(Names.Entities);
            if (labels.IsOneSystem && dice.Chance(2, DocumentForm.EntityWithItself))
                target = source;

            var section = Section.Any(dice, source, target);
            sections.Add(
                sections.Count < 2 || !dice.Chance(12) ? section
                : dice.Chance(2) ? dice.Of(sections)
                : section with { Source = sections[0].Source, Target = sections[0].Target });
        }

        return sections;
    }

    private static void NoteRows(Dice dice, List<Section> sections)
    {
        foreach (var rows in sections.Select(section => section.Rows))
        {
            if (Differ(rows.GroupBy(row => row.Target.Path, row => row.Source.Path)))
                dice.Forms.Add(DocumentForm.SeveralSourcesForOneTarget);

            if (Differ(rows.GroupBy(row => row.Source.Path, row => row.Target.Path)))
                dice.Forms.Add(DocumentForm.SeveralTargetsForOneSource);
        }
    }

    private static bool Differ(IEnumerable<IGrouping<string, string>> groups) =>
        groups.Any(group => group.Distinct().Skip(1).Any());

    private static void ReportRepetitions(
        List<Section> sections, List<MeantFlow> flows, List<MeantProblem> problems)
    {
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            var first = sections.FindIndex(one => one.Source == section.Source && one.Target == section.Target);
            if (first < i)
                problems.Add(new(flows[i].Line, sections[first].Says == section.Says ? "SLU015" : "SLU016"));
        }
    }
}
