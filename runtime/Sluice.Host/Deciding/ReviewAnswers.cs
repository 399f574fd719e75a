using Sluice.Pipeline;

namespace Sluice.Host.Deciding;

/// <summary>The answers of a file that was written by <see cref="ReviewFile"/> and filled in.</summary>
internal sealed class ReviewAnswers
{
    // Stands before an answer that is meant for every row of its group that has none of its own.
    private const string ForAll = "all ";

    private readonly List<(int Line, PersonDecision Decision)> _decisions = [];
    private readonly List<(int Line, string Reason)> _wrong = [];

    /// <summary>What is decided, by line.</summary>
    public IReadOnlyList<(int Line, PersonDecision Decision)> Decisions => _decisions;

    /// <summary>The rows that cannot be meant so, by line.</summary>
    public IReadOnlyList<(int Line, string Reason)> Wrong => _wrong;

    /// <summary>Whether a file holds answers.</summary>
    public static bool AreIn(string file)
    {
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
            return false;

        var table = CsvTable.Read(file, "decision");
        return table.Rows.Any(row => table.Cell(row.Cells, "decision").Length > 0);
    }

    /// <param name="file">The file.</param>
    /// <param name="asked">What is open now.</param>
    public static ReviewAnswers Read(string file, IReadOnlyList<Question> asked)
    {
        var table = CsvTable.Read(file, "group", "pairing", "field", "side", "key", "basis", "decision");
        var open = asked.ToLookup(question => (
            question.Item.Pairing, Names.Word(question.Item.Side), question.Item.Key, question.Item.Field));
        var answers = new ReviewAnswers();
        var shared = answers.Shared(table);
        foreach (var (line, cells) in table.Rows)
        {
            var answer = table.Cell(cells, "decision");
            if (answer.Length == 0 || IsForAll(answer))
                answer = shared.GetValueOrDefault(table.Cell(cells, "group"), "");
            if (answer.Length == 0)
                continue;

            var (pairing, side, key, field) = (
                table.Cell(cells, "pairing"), table.Cell(cells, "side"), table.Cell(cells, "key"),
                table.Cell(cells, "field"));
            if (Unnamed(pairing, side, key) is { } reason)
                answers._wrong.Add((line, reason));
            else
                answers.Take(
                    line, answer, $"{pairing} {side}/{key}", open[(pairing, side, key, field)].ToList(),
                    table.Cell(cells, "basis"));
        }

        return answers;
    }

    // A row that was cut or mistyped names nothing that could ever have been asked about.
    private static string? Unnamed(string pairing, string side, string key) =>
        Names.Find(pairing) is null ? $"there is no pairing '{pairing}'; export again"
        : side is not ("left" or "right") ? $"'{side}' is no side; it is left or right"
        : key.Length == 0 ? "the key is missing; export again"
        : null;

    private static bool IsForAll(string answer) => answer.StartsWith(ForAll, StringComparison.OrdinalIgnoreCase);

    // Where a group is given two answers, neither counts for it.
    private Dictionary<string, string> Shared(CsvTable table)
    {
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        var groups = table.Rows
            .Select(row => (
                row.Line, Group: table.Cell(row.Cells, "group"), Answer: table.Cell(row.Cells, "decision")))
            .Where(row => IsForAll(row.Answer))
            .Select(row => row with { Answer = row.Answer[ForAll.Length..].Trim() })
            .GroupBy(row => row.Group, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var first = group.First();
            var others = group
                .Where(row => !string.Equals(row.Answer, first.Answer, StringComparison.OrdinalIgnoreCase)).ToList();
            foreach (var other in others)
                _wrong.Add((
                    other.Line,
                    $"'{ForAll}{other.Answer}' contradicts '{ForAll}{first.Answer}' of line {first.Line}; keep one of "
                        + $"the two: group {group.Key} is not answered for all"));
            if (others.Count == 0)
                shared[group.Key] = first.Answer;
        }

        return shared;
    }

    private void Take(int line, string answer, string record, List<Question> asked, string basis)
    {
        if (asked.Find(question => ReviewFile.Basis(question.Item) == basis) is not { } found)
            _wrong.Add((line, asked.Count == 0
                ? $"nothing is asked about {record} any more: it was answered, or has settled by itself"
                : $"what is asked about {record} has changed since; export again"));
        else if (Names.Find(found.Item.Pairing) is not { } known
            || Choices.Read(known, found, answer) is not { } decision)
            _wrong.Add((line, $"'{answer}' is no answer; choose from {string.Join(", ", Choices.Of(found))}"));
        else if (_decisions.Find(earlier => decision.Contradicts(earlier.Decision)) is { Line: > 0 } earlier)
            _wrong.Add((line, $"'{answer}' contradicts line {earlier.Line}; keep one of the two"));
        else
            _decisions.Add((line, decision));
    }
}
