using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sluice.Pipeline;

namespace Sluice.Host.Deciding;

/// <summary>
/// What a person is asked, as a table to be filled in: a row a question, those that ask the same side by side, so that
/// one answer can stand for all of them.
/// </summary>
internal static class ReviewFile
{
    // Stands before an answer that is meant for every row of its group that has none of its own.
    private const string ForAll = "all ";

    private static readonly string[] Header =
    [
        "group", "pairing", "asks", "field", "left value", "right value", "side", "key", "reason", "choices", "basis",
        "decision",
    ];

    public static string Write(IEnumerable<OpenItem> items)
    {
        var text = new StringBuilder(string.Join(',', Header)).Append('\n');
        var groups = items.Where(item => item.Kind == OpenKind.Review && Choices.Of(item).Count > 0)
            .GroupBy(Question).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var (number, group) in groups.Index())
            foreach (var item in group.OrderBy(item => item.Side).ThenBy(item => item.Key, StringComparer.Ordinal))
                text.Append(Csv.Row(
                [
                    ((number + 1).ToString(CultureInfo.InvariantCulture), true), (item.Pairing, true),
                    (Ask(item), true), (item.Field, true), (item.Left.ToString(), false),
                    (item.Right.ToString(), false), (Names.Word(item.Side), true), (item.Key, true),
                    (item.Reason, false), (string.Join(' ', Choices.Of(item)), true), (Basis(item), true), ("", true),
                ])).Append('\n');

        return text.ToString();
    }

    /// <summary>Reads the answers back.</summary>
    /// <param name="file">The file.</param>
    /// <param name="items">What is open now.</param>
    /// <returns>What is decided, and the rows that cannot be read, by line.</returns>
    public static (
        IReadOnlyList<(int Line, PersonDecision Decision)> Decisions,
        IReadOnlyList<(int Line, string Reason)> Wrong)
        Read(string file, IReadOnlyList<OpenItem> items)
    {
        var table = CsvTable.Read(file, "group", "pairing", "field", "side", "key", "basis", "decision");
        var open = items.ToLookup(item => (item.Pairing, Names.Word(item.Side), item.Key, item.Field));
        var shared = table.Rows.Where(row => Answer(row.Cells).StartsWith(ForAll, StringComparison.OrdinalIgnoreCase))
            .GroupBy(row => table.Cell(row.Cells, "group"), StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key, group => Answer(group.First().Cells)[ForAll.Length..], StringComparer.Ordinal);
        var (decisions, wrong) = (new List<(int, PersonDecision)>(), new List<(int, string)>());
        foreach (var (line, cells) in table.Rows)
        {
            var answer = Answer(cells);
            if (answer.Length == 0 || answer.StartsWith(ForAll, StringComparison.OrdinalIgnoreCase))
                answer = shared.GetValueOrDefault(table.Cell(cells, "group"), "");
            if (answer.Length == 0)
                continue;

            var (pairing, side, key) = (
                table.Cell(cells, "pairing"), table.Cell(cells, "side"), table.Cell(cells, "key"));
            var asked = open[(pairing, side, key, table.Cell(cells, "field"))].ToList();
            if (asked.FirstOrDefault(item => Basis(item) == table.Cell(cells, "basis")) is not { } found)
                wrong.Add((line, asked.Count == 0
                    ? $"nothing is asked about {pairing} {side}/{key} any more"
                    : $"what is asked about {pairing} {side}/{key} has changed since; export again"));
            else if (Names.Find(pairing) is { } known && Choices.Read(known, found, answer) is { } decision)
                decisions.Add((line, decision));
            else
                wrong.Add((line, $"'{answer}' is no answer; choose from {string.Join(", ", Choices.Of(found))}"));
        }

        return (decisions, wrong);

        string Answer(IReadOnlyList<string> cells) => table.Cell(cells, "decision");
    }

    /// <summary>Writes a file that only its user can read: it shows values of people.</summary>
    public static async Task SaveAsync(string path, string text, CancellationToken token)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Spreadsheets take a file without a byte order mark for one of their country's old code page.
        await using var writer = new StreamWriter(
            path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), options);
        await writer.WriteAsync(text.AsMemory(), token);
    }

    public static string Ask(OpenItem item) => item.Cause.ToString().ToLowerInvariant();

    private static string Question(OpenItem item) => string.Join(
        '\u001f', item.Pairing, Ask(item), item.Field, item.Left.ToStored(), item.Right.ToStored());

    // Values may be rewritten by the spreadsheet that showed them; what they were is told by this.
    private static string Basis(OpenItem item)
    {
        var reason = item.Cause == OpenCause.Differing ? "" : item.Reason;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Question(item)}\u001f{reason}"));
        return Convert.ToHexStringLower(hash)[..12];
    }
}
