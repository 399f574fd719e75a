using Spectre.Console;

namespace Sluice.Host.Output;

/// <summary>
/// The console that tables and progress are drawn on: in colour on a terminal, plain lines into a file or pipe.
/// </summary>
internal static class Screen
{
    // Wide enough for every row of every table: what is searched for by line stands in one.
    private const int PlainWidth = 240;

    public static IAnsiConsole Create(bool quiet)
    {
        var plain = quiet || Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(quiet ? TextWriter.Null : Console.Out),
        });
        if (plain)
            console.Profile.Width = PlainWidth;

        return console;
    }
}
