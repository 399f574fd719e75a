using System.CommandLine;
using Sluice.Host.Diffing;
using Sluice.Specification.Comparison;

namespace Sluice.Host.Commands;

/// <summary><c>sluice diff OLD NEW</c>: what changed between two documents or folders, by meaning.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("OLD")
        {
            Description = "A document, a folder, or a git revision of one (main:spec/dataflows).",
        };
        var now = new Argument<string>("NEW") { Description = "The same, as it is now." };
        var json = SharedOptions.Json();
        var github = new Option<bool>("--github") { Description = "Print annotations for a GitHub workflow." };
        var command = new Command(
            "diff",
            "Says what changed between documents by meaning: IDENTITY (which records exist and belong together), DATA "
            + "(which values are carried), SHAPE (names and order), TEXT (the file only). Exit code 2 on IDENTITY or "
            + "DATA.")
        {
            old, now, json, github,
        };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(old)!, parsed.GetValue(now)!, parsed.GetValue(json), parsed.GetValue(github), token));
        return command;
    }

    private static async Task<int> RunAsync(string old, string now, bool json, bool github, CancellationToken token)
    {
        var (before, after) = await DocumentPlace.ReadAsync(old, now, token);
        var diffs = DocumentDiff.Of(before, after);
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        if (json)
            foreach (var diff in diffs)
                await output.WriteLineAsync(DiffJson.Write(diff));
        else if (github)
            DiffAnnotations.Print(output, diffs);
        else
            DiffText.Print(output, diffs);

        return diffs.Any(diff => diff.Changes.Any(change => change.Class >= ChangeClass.Data))
            ? ExitCode.Attention
            : ExitCode.Done;
    }
}
