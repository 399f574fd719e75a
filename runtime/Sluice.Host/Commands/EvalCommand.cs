using System.CommandLine;
using System.Text;
using System.Text.Json;
using Sluice.Host.Evaluating;

namespace Sluice.Host.Commands;

/// <summary><c>sluice eval EXPRESSION VALUE</c>: tries a data type on a value.</summary>
internal static class EvalCommand
{
    private const string Input = "-";

    public static Command Create()
    {
        var expression = new Argument<string>("EXPRESSION")
        {
            Description = "The data type as a document's cell has it, whole or shortened; '-' reads pairs from the "
                + "standard input.",
        };
        var value = new Argument<string?>("VALUE")
        {
            Description = "The value as JSON, \"~r…\" for a URI and \"~t…\" for a point in time; what is no JSON is "
                + "text.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "eval",
            "Tries a data type on a value and prints what comes of it as JSON, null where nothing does. 'eval -' reads "
            + "one JSON pair [expression, value] per line and prints one JSON value per line; a line that cannot be "
            + "read prints null, with the reason in the error output, and makes the exit code 1.")
        {
            expression, value,
        };
        command.SetAction((parsed, token) => parsed.GetValue(expression) == Input
            ? LinesAsync(token)
            : OneAsync(parsed.GetValue(expression)!, parsed.GetValue(value)));
        return command;
    }

    private static async Task<int> OneAsync(string expression, string? value)
    {
        if (value is null)
            throw new HostException(
                "There is no value to try the expression on.",
                "Name one behind the expression: sluice eval '\"integer\"' '\"12\"'; 'null' is one, too.");

        var result = new Trial(TimeProvider.System).Of(expression, Value(value));
        if (result.Fault is { } fault)
            throw new HostException(
                $"{char.ToUpperInvariant(fault[0])}{fault[1..]}",
                "Write a cast such as \"string\", or a whole expression, in single quotes for the shell.");

        Console.WriteLine(ValueJson.Write(result.Value));
        if (result.Value.Issue is { } issue)
            await Console.Error.WriteLineAsync($"note: {issue}");

        return ExitCode.Done;
    }

    private static async Task<int> LinesAsync(CancellationToken token)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var trial = new Trial(TimeProvider.System);
        var exitCode = ExitCode.Done;
        for (var number = 1; await input.ReadLineAsync(token) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;

            var result = trial.OfLine(line);
            await output.WriteLineAsync(ValueJson.Write(result.Value));
            if ((result.Fault ?? result.Value.Issue) is { } reason)
                await Console.Error.WriteLineAsync($"line {number}: {reason}");

            if (result.Fault is not null)
                exitCode = ExitCode.Failed;
        }

        return exitCode;
    }

    private static FieldValue Value(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return ValueJson.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return Literals.Text(text);
        }
    }
}
