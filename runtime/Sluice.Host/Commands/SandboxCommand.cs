using System.CommandLine;
using Sluice.Sandboxes;

namespace Sluice.Host.Commands;

/// <summary><c>sluice sandbox</c>: the four systems on loopback ports, to play with.</summary>
internal static class SandboxCommand
{
    public static Command Create()
    {
        var seed = new Option<long>("--seed")
        {
            Description = "What the data is made from.",
            DefaultValueFactory = _ => 1,
        };
        var ports = new Option<int>("--port-base")
        {
            Description = "The first of four ports in a row; 0 takes free ones.",
            HelpName = "N",
        };
        var write = new Option<string?>("--write-settings")
        {
            Description = "Write the settings that point a host at the sandbox to this file.",
            HelpName = "FILE",
        };
        var application = new Option<bool>("--oauth")
        {
            Description = "Let the settings sign in to Keap as an application; `sluice connect keap` comes first.",
        };
        var newer = new Option<bool>("--youtrack-2026")
        {
            Description =
                "Let YouTrack keep organizations itself and write users and groups, as from version 2026.1 on; Hub has "
                + "no organizations then.",
        };
        var command = new Command(
            "sandbox",
            "Runs the four systems on loopback ports until stopped. GET /_log, /_dump and /_faults on any of them.")
        {
            seed, ports, write, application, newer,
        };
        command.SetAction((parsed, token) => RunAsync(
            new()
            {
                Seed = parsed.GetValue(seed),
                PortBase = parsed.GetValue(ports),
                YouTrack2026 = parsed.GetValue(newer),
            },
            parsed.GetValue(write), parsed.GetValue(application), token));
        return command;
    }

    private static async Task<int> RunAsync(
        SandboxOptions options, string? settingsFile, bool application, CancellationToken token)
    {
        await using var sandbox = await StartAsync(options, token);
        var settings = sandbox.Addresses.ToSettingsJson(application);
        if (settingsFile is not null)
            await File.WriteAllTextAsync(settingsFile, settings, token);

        Console.Write(settings);
        var control = sandbox.Addresses.Control;
        Console.WriteLine(
            $"Seed {options.Seed}. Look: curl {control}_log, {control}_dump, {control}_faults. Ctrl-C stops.");
        await Console.Out.FlushAsync(token);

        var stopped = new TaskCompletionSource();
        await using var registration = token.Register(stopped.SetResult);
        await stopped.Task;
        return ExitCode.Done;
    }

    public static async Task<Sandbox> StartAsync(SandboxOptions options, CancellationToken token)
    {
        try
        {
            return await Sandbox.StartAsync(options, TimeProvider.System, token);
        }
        catch (ArgumentOutOfRangeException range)
        {
            throw new HostException(range.Message, "Correct --port-base or --seed.");
        }
        catch (IOException taken)
        {
            throw new HostException(
                $"The sandbox could not open its ports: {taken.Message}",
                "Give another --port-base, or 0 for free ports.");
        }
    }
}
