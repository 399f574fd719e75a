using Sluice.RandomDocuments.Meant;

namespace Sluice.RandomDocuments;

/// <summary>Writes a section, and says what it means at which lines.</summary>
internal sealed class SectionWriter(Page page, Labels labels, List<MeantProblem> problems)
{
    private const string Marked = "   :header-rows: 1";

    private readonly List<int> _typeLines = [];

    public MeantFlow Write(Section section)
    {
        var (a, b) = ($"{labels.Source} {section.Source}", $"{labels.Target} {section.Target}");
        var heading = $"{a} to {b}";
        var line = page.Write(heading);
        page.Gap();
        page.Write(new string('-', heading.Length));
        page.Gap();
        WriteCreation(section, a, b);
        var rules = section.Rules is { } merge ? WriteRules(merge, a, b) : [];
        page.Write(
            $"Once a link between a {a} and a {b} is established, it will keep in sync between the two systems, "
            + "regardless of where it is edited.");
        page.Blank();
        page.Write($"The following properties are synchronized between a {a} and a {b}:");
        page.Blank();
        Open($"{a} Property", $"{b} Property", $"{labels.Target} Data Type");
        var fields = section.Rows.Select(Write).ToList();
        ReportRepetitions(section.Rows, fields);
        page.Blank();
        return new(
            line, labels.Source, section.Source, labels.Target, section.Target, section.Creation, section.Condition,
            section.IfMatching, section.Connected, section.Connected.Count > 0 ? labels.Target : null, rules, fields);
    }

    private void WriteCreation(Section section, string a, string b)
    {
        page.Write(section.Creation switch
        {
            "always" => $"Every {a} will be synchronized with a {b}.",
            "free-form" => $"{section.Condition}, it  will be synchronized with a {b}.",
            _ => $"Before any synchronization can take place, a link between a {a} and a {b} must be established.",
        });
        page.Blank();
        if (section.Connected.Count > 0)
        {
            var last = section.Connected[^1];
            var list = section.Connected.Count == 1
                ? last
                : $"{string.Join(", ", section.Connected.SkipLast(1))}, or {last}";
            page.Write(
                $"A new {b} will be created from a {a} if it is connected to a {labels.Source} {list} that is "
                + $"synchronized into {labels.Target}.");
            page.Blank();
        }

        if (section.IfMatching)
        {
            page.Write($"If a matching {b} already exists, the {a} will be merged with the existing one.");
            page.Write($"If no matching {b} is found, a new {b} will be created.");
            page.Blank();
        }
    }

    private List<MeantRule> WriteRules(IReadOnlyList<(string Source, string Target)> rules, string a, string b)
    {
        page.Write($"A {a} will merge with a {b} if one of the following property combinations match:");
        page.Blank();
        Open($"{a} Property", $"{b} Property");
        var written = new List<MeantRule>();
        foreach (var (source, target) in rules)
        {
            var lines = page.Row(source, target);
            written.Add(new(lines[0], source, target));
            if (source.Length == 0 || target.Length == 0)
                problems.Add(new(lines[source.Length == 0 ? 0 : 1], "SLU011"));
        }

        page.Blank();
        return written;
    }

    private void Open(params string[] header)
    {
        page.Write(".. list-table::");
        page.Write(Marked);
        page.Blank();
        page.Row(header);
    }

    private MeantField Write(Row row)
    {
        var lines = page.Row(row.Source.Text, row.Target.Text, row.Type);
        problems.AddRange(Enumerable.Repeat(new MeantProblem(lines[0], "SLU013"), row.Source.Unreadable));
        problems.AddRange(Enumerable.Repeat(new MeantProblem(lines[1], "SLU013"), row.Target.Unreadable));
        if (row.Expression is null)
            problems.Add(new(lines[2], row.Type == "N/A" ? "SLU020" : "SLU019"));

        _typeLines.Add(lines[2]);
        return new(
            lines[0], row.Source.Path, row.Target.Path, row.Type, row.Expression, row.Source.DependsOn,
            row.Target.DependsOn);
    }

    private void ReportRepetitions(IReadOnlyList<Row> rows, List<MeantField> fields)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var types = new Dictionary<string, Row>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (!seen.Add(row.Says))
            {
                problems.Add(new(fields[i].Line, "SLU017"));
                continue;
            }

            if (!types.TryGetValue(row.Target.Text, out var typed))
            {
                types.Add(row.Target.Text, row);
                continue;
            }

            if ((typed.Expression ?? typed.Type) == (row.Expression ?? row.Type))
                continue;

            problems.Add(new(_typeLines[i], "SLU018"));
            if (typed.Expression is null && row.Expression is not null)
                types[row.Target.Text] = row;
        }
    }
}
