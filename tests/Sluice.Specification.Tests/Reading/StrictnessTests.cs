using Sluice.RandomDocuments;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Tests.Reading;

/// <summary>Wherever one character of what a section is made of is wrong, that line is pointed out.</summary>
public sealed class StrictnessTests(ITestOutputHelper output)
{
    private const int Count = 4000;

    // Of these only what stands behind the prose, or in front of the list, has to be as it is.
    private const string Condition = ", it  will be synchronized";
    private const string List = " if it is connected to a ";

    [Fact]
    public void One_wrong_character_in_a_heading_sentence_header_or_marker_is_pointed_out_in_its_line()
    {
        var first = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seeds from {first}");
        for (var seed = first; seed < first + Count; seed++)
        {
            var dice = new Dice(seed);
            var document = RandomDocumentMaker.Canonical(seed);
            var lines = document.Text.Split('\n');
            var places = Enumerable.Range(10, lines.Length - 10)
                .Select(line => (Line: line, Fixed: Fixed(lines, line)))
                .Where(place => place.Fixed.Length > 0)
                .ToList();
            var (line, columns) = dice.Of(places);
            var column = dice.Between(columns.Start, columns.End - 1);
            lines[line] = lines[line].Remove(column, 1).Insert(column, "ß");

            var reading = DocumentReader.Read(document.FileName, string.Join('\n', lines));

            Assert.True(
                reading.Problems.Any(problem => problem.Span.Line == line + 1 && problem.Severity >= Severity.Warning),
                $"seed {seed}, line {line + 1}: {lines[line]}\n{string.Join('\n', reading.Problems)}");
        }
    }

    // The characters of a line that mean something by standing where they do; empty where none does.
    private static (int Start, int End, int Length) Fixed(string[] lines, int at)
    {
        var line = lines[at];
        var isHeading = at + 1 < lines.Length && lines[at + 1].StartsWith("---", StringComparison.Ordinal);
        if (line.Length == 0 || line.StartsWith("---", StringComparison.Ordinal)
            || line.StartsWith("   :", StringComparison.Ordinal))
            return default;

        if (line.StartsWith("   * - ", StringComparison.Ordinal)
            || line.StartsWith("     - ", StringComparison.Ordinal))
            return IsHeader(lines, at) ? Between(0, line.TrimEnd().Length) : Between(line[3] == '*' ? 3 : 5, 6);

        return line.IndexOf(Condition, StringComparison.Ordinal) is >= 0 and var behind ? Between(behind, line.Length)
            : line.IndexOf(List, StringComparison.Ordinal) is >= 0 and var front ? Between(0, front + List.Length)
            : isHeading || line[^1] is '.' or ':' ? Between(0, line.Length)
            : Between(0, ".. list-table".Length);
    }

    // The rows up to the second first cell; a blank line stands above them.
    private static bool IsHeader(string[] lines, int at)
    {
        var starts = 0;
        for (; lines[at].Length > 0; at--)
            if (lines[at].StartsWith("   * - ", StringComparison.Ordinal))
                starts++;

        return starts == 1;
    }

    private static (int Start, int End, int Length) Between(int start, int end) => (start, end, end - start);
}
