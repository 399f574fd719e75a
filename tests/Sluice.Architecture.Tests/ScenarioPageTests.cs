using System.Text.RegularExpressions;

namespace Sluice.Architecture.Tests;

/// <summary>Holds the page of the sixty failures against the tests there are.</summary>
public sealed partial class ScenarioPageTests
{
    // What the product cannot do yet has no test; the page says so in words.
    private static readonly string[] Open = [];

    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "spec", "scenarios.md"))
            .Where(line => line.StartsWith("| F", StringComparison.Ordinal))
            .Select(line => line.Split(" | ").Select(cell => cell.Trim(' ', '|')).ToArray()),
    ];

    [Fact]
    public void Every_failure_is_held_by_tests_that_exist()
    {
        Assert.Equal(Enumerable.Range(1, 60).Select(number => $"F{number:00}"), Rows.Select(row => row[0]));
        foreach (var row in Rows.Where(row => !row[2].StartsWith("open: ", StringComparison.Ordinal)))
        {
            var files = Files().Matches(row[2]);
            Assert.True(files.Count > 0, $"{row[0]} names no test.");
            foreach (Match file in files)
            {
                var source = File.ReadAllText(Path.Combine(Repository.Root, file.Groups["path"].Value));
                foreach (Capture test in file.Groups["test"].Captures)
                {
                    Assert.Contains($" {test.Value}(", source, StringComparison.Ordinal);
                    Assert.Contains($"{row[0]}_", test.Value, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Only_what_cannot_be_done_yet_is_open() => Assert.Equal(
        Open, Rows.Where(row => row[2].StartsWith("open: ", StringComparison.Ordinal)).Select(row => row[0]));

    [GeneratedRegex(@"\[\w+\]\(\.\./(?<path>[^)]+)\): (?:`(?<test>\w+)`(?:, )?)+")]
    private static partial Regex Files();
}
