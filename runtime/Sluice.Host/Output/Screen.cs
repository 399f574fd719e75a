using Spectre.Console;

namespace Sluice.Host.Output;

/// <summary>The console that tables and progress are drawn on: in colour on a terminal, plain lines into a file or pipe.</summary>
internal static class Screen
{
    private const int PlainWidth = 160;

    public static IAnsiConsole Create(bool quiet)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(quiet ? TextWriter.Null : Console.Out),
        });
        if (Console.IsOutputRedirected || quiet)
            console.Profile.Width = PlainWidth;

        return console;
    }
}
