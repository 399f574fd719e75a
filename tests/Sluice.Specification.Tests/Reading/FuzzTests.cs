using Sluice.RandomDocuments;
using Sluice.Specification.Binding;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;
using Sluice.Specification.Tests.Binding;

namespace Sluice.Specification.Tests.Reading;

/// <summary>Whatever a file holds, reading it comes back with all that is wrong in it.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Documents = 2500;

    private static readonly HashSet<string> Codes = [.. Rules.All.Select(rule => rule.Code)];

    [Fact]
    public void Damaged_documents_are_read_and_bound_and_each_problem_says_where_it_is_and_what_to_do()
    {
        var first = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"seeds from {first}");
        for (var seed = first; seed < first + Documents; seed++)
        {
            var dice = new Dice(seed);
            var whole = dice.Chance(3) ? Samples.Text(dice.Of(Samples.Files)) : RandomDocumentMaker.Any(seed).Text;
            var text = Damage.Some(whole, dice, 6);
            try
            {
                var reading = DocumentReader.Read("youtrack-keap.rst", text);
                var bound = Binder.Bind(
                    reading.Document, Samples.Document(Samples.PowerOffice), Contracts.Schema, Hooks.None);
                var lines = DocumentReader.LinesOf(text);
                foreach (var problem in reading.ProblemsWith(bound))
                    AssertIsWhole(problem, lines);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed}:\n{text}", exception);
            }
        }
    }

    public static TheoryData<string> Units { get; } =
    [
        "-", "*", "[", "\"", "(", " ", "\0", "é", "\n", "a, ", " b", "A to B\n---\n", "   * - a\n", "     - a\n",
        ".. list-table::\n", "Every A will be synchronized with a B.\n", ", it  will be synchronized with a B.\n",
        "x (Dependant on having ", "Dependant on having a in b", "Evory A will be synchronised with a B.\n",
        "   * - name\n     - title\n     - \"string\"\n", "   * - name\n     - title\nN/A\n", "\"if\", ",
        "[\"string\", ",
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void Memory_is_linear_wherever_something_is_repeated(string unit)
    {
        foreach (var around in (string[])["§", Around("§"), Around("   * - §\n     - §\n     - §\n")])
        {
            var (small, large) = (Allocated(around, unit, 40_000), Allocated(around, unit, 400_000));

            Assert.True(large < (15 * small) + 1_000_000, $"{small} bytes, and {large} for ten times as much.");
        }
    }

    // Time is not asserted: a reader that is not linear would not come back from these.
    [Theory]
    [InlineData('a')]
    [InlineData('-')]
    [InlineData(' ')]
    [InlineData('"')]
    [InlineData('[')]
    public void A_line_of_fifty_million_characters_is_read(char character)
    {
        var reading = DocumentReader.Read("a-b.rst", Around(new string(character, 50_000_000)));

        Assert.Equal("x", Assert.Single(reading.Document.Flows).Source.Text);
        Assert.All(reading.Problems, problem => Assert.True(problem.Message.Length < 1000));
    }

    [Fact]
    public void A_million_rows_are_read()
    {
        const int Rows = 1_000_000;
        var rows = string.Concat(Enumerable.Repeat("   * - a\n     - b\n     - \"string\"\n", Rows));

        var flow = Assert.Single(DocumentReader.Read("a-b.rst", Around(rows)).Document.Flows);

        Assert.Equal(Rows, flow.Fields.Count);
    }

    // All but the first call of a size, which also loads what it needs.
    private static long Allocated(string around, string unit, int length)
    {
        var text = around.Replace("§", string.Concat(Enumerable.Repeat(unit, length / unit.Length)));
        DocumentReader.Read("a-b.rst", text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        DocumentReader.Read("a-b.rst", text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Around(string rows) =>
        $"""
        ===============
        A to B Dataflow
        ===============

        Generated: 2024-09-15 00:00:00

        Introduction
        ------------

        Prose.

        {Samples.Section("A x", "B y", "B").TrimEnd()}

        """.ReplaceLineEndings("\n") + rows;

    private static void AssertIsWhole(Problem problem, IReadOnlyList<string> lines)
    {
        var (line, column, length) = problem.Span;
        Assert.InRange(line, 1, lines.Count);
        Assert.InRange(column, 1, lines[line - 1].Length + 1);
        Assert.InRange(length, 0, lines[line - 1].Length + 1 - column);
        Assert.Contains(problem.Code, Codes);

        // What is wrong, then what to do.
        Assert.True(
            problem.Message.EndsWith('?') || problem.Message.Contains(". ") || problem.Message.Contains("; "),
            problem.Message);
    }
}
