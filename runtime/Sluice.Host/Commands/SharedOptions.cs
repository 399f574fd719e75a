using System.CommandLine;

namespace Sluice.Host.Commands;

/// <summary>Options that several verbs take.</summary>
internal static class SharedOptions
{
    public static Option<string[]> Settings() => new("--settings")
    {
        Description = "A settings file to read over appsettings.json; may be given several times.",
        HelpName = "FILE",
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Print JSON, one object a line, instead of text.",
    };

    public static Option<string?> Store() => new("--store")
    {
        Description = "The store's file; overrides Store:Path.",
        HelpName = "FILE",
    };
}
