namespace Sluice.EndToEnd.Tests.Processes;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">Standard output, in full.</param>
/// <param name="Errors">Standard error, in full.</param>
internal sealed record Result(int ExitCode, string Output, string Errors)
{
    public string LastLine => Output.Split('\n')[^1];

    /// <summary>Both streams on one line: wrapped text can be searched as it was meant.</summary>
    public string Said =>
        string.Join(' ', $"{Output}\n{Errors}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public Result Returned(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"Expected exit code {exitCode}, got {ExitCode}.\n{Output}\n{Errors}");
        return this;
    }

    public Result Saying(params string[] texts)
    {
        foreach (var text in texts)
            Assert.True(
                Said.Contains(text, StringComparison.Ordinal), $"'{text}' was expected in:\n{Output}\n{Errors}");

        return this;
    }
}
