using System.CommandLine;
using Sluice.Host.Checking;
using Sluice.Specification.Problems;

namespace Sluice.Host.Commands;

/// <summary><c>sluice check</c>: reads documents and says what is wrong with them.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("FILE")
        {
            Description = "Documents, or folders of documents; spec/dataflows where none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = SharedOptions.Json();
        var command = new Command(
            "check", "Reads documents and prints problems as file(line,col): severity SLU001: message.")
        {
            paths, json,
        };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(paths) ?? [], parsed.GetValue(json))));
        return command;
    }

    private static int Run(string[] paths, bool json)
    {
        var files = DocumentFiles.FindSome(paths);
        var documents = DocumentChecker.Check(files);
        using var stream = new BufferedStream(Console.OpenStandardOutput());
        if (json)
            foreach (var document in documents)
                CheckJson.Write(stream, document);
        else
            Print(stream, documents);

        return documents.Any(document => document.Problems.Any(problem => problem.Severity == Severity.Error))
            ? ExitCode.Failed
            : ExitCode.Done;
    }

    private static void Print(Stream stream, IReadOnlyList<CheckedDocument> documents)
    {
        using var output = new StreamWriter(stream) { NewLine = "\n" };
        CheckText.Print(output, documents);
    }
}
