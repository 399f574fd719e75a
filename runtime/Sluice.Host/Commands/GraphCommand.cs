using System.CommandLine;
using Sluice.Host.Checking;
using Sluice.Host.Graphing;
using Sluice.Specification.Reading;

namespace Sluice.Host.Commands;

/// <summary><c>sluice graph</c>: the pairings as a picture.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("FILE")
        {
            Description = "Documents, or folders of documents; spec/dataflows where none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var svg = new Option<bool>("--svg") { Description = "Print an SVG drawing instead of Mermaid." };
        var json = SharedOptions.Json();
        var command = new Command(
            "graph",
            "Prints systems, entities and the flows between them, each with its creation clause and the numbers of its "
            + "match rules and fields, in Mermaid's language.")
        {
            paths, svg, json,
        };
        command.SetAction((parsed, _) => Task.FromResult(
            Run(parsed.GetValue(paths) ?? [], parsed.GetValue(svg), parsed.GetValue(json))));
        return command;
    }

    private static int Run(string[] paths, bool svg, bool json)
    {
        var documents = DocumentFiles.FindSome(paths)
            .Select(file => DocumentReader.Read(Path.GetFileName(file), DocumentFiles.Read(file)).Document);
        var graph = Graph.Of([.. documents]);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        if (json)
            output.WriteLine(GraphJson.Write(graph));
        else if (svg)
            SvgText.Print(output, graph);
        else
            MermaidText.Print(output, graph);

        return ExitCode.Done;
    }
}
