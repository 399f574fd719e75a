using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Sluice.Host.Commands;

/// <summary>Help that shows a verb's own arguments: those of the verb that it stands under are not its own.</summary>
internal sealed class OwnArguments(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>Lets the help of a command and of all below it leave out what is not its own.</summary>
    public static void Apply(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction help)
                option.Action = new OwnArguments(help);
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        for (var above = parseResult.CommandResult.Parent; above is CommandResult { Command: var command };
            above = above.Parent)
            foreach (var argument in command.Arguments)
                argument.Hidden = true;

        return help.Invoke(parseResult);
    }
}
