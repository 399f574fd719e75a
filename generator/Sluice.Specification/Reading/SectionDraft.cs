using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading.Tables;

namespace Sluice.Specification.Reading;

/// <summary>What has been read of one section so far.</summary>
internal sealed class SectionDraft(Line heading, SectionNames names, List<Problem> problems)
{
    public Line? MergedLine;
    public Line? OtherwiseLine;

    public Line Heading => heading;

    public SectionNames Names { get; set; } = names;

    public List<Problem> Problems => problems;

    public SectionReport Report { get; } = new(problems);

    public Mentions Mentions { get; } = new();

    public CreationKind? Creation { get; private set; }

    public Line? CreationLine { get; private set; }

    public string? Condition { get; set; }

    public Line? ConnectedLine { get; set; }

    public Cell? ConnectedTo { get; set; }

    public Cell? ConnectedInto { get; set; }

    /// <summary>The target system, as the header of the property table writes it.</summary>
    public Cell? TargetLabel { get; set; }

    public Line? MergeLine { get; private set; }

    public Line? OnceLine { get; set; }

    public Line? FollowingLine { get; private set; }

    public List<TableDraft> Tables { get; } = [];

    /// <summary>The clauses that a mistyped sentence stands for: they are not missing besides.</summary>
    public HashSet<Clauses.Clause> Attempted { get; } = [];

    /// <summary>Which kind of table the last sentence announced and none has answered yet.</summary>
    public TableKind Announced { get; set; }

    public void Create(CreationKind kind, Line line)
    {
        if (CreationLine is not null)
        {
            Report.Repeated(line);
            return;
        }

        Creation = kind;
        CreationLine = line;
    }

    public void Announce(TableKind kind, Line line)
    {
        Announced = kind;
        var earlier = kind == TableKind.Merge ? MergeLine : FollowingLine;
        if (earlier is not null)
            Report.Repeated(line);
        else if (kind == TableKind.Merge)
            MergeLine = line;
        else
            FollowingLine = line;
    }
}
