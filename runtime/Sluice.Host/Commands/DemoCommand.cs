using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Configuration;
using Sluice.Host.Demo;
using Sluice.Host.Output;
using Sluice.Host.Running;
using Spectre.Console;

namespace Sluice.Host.Commands;

/// <summary><c>sluice demo</c>: the given documents end to end against the sandbox.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var seed = new Option<long>("--seed")
        {
            Description = "What the sandbox's data is made from.",
            DefaultValueFactory = _ => 1,
        };
        var examples = new Option<bool>("--with-examples")
        {
            Description = "Runs the documents in spec/examples beside the given ones.",
        };
        var records = new Option<DirectoryInfo>("--write-records")
        {
            Description = "A folder for before.json and after.json: what the systems hold, by their own account.",
        };
        var json = SharedOptions.Json();
        var command = new Command(
            "demo",
            "Starts the sandbox, plans, approves and runs the documents, edits both sides, and checks that they agree.")
        {
            seed, examples, records, json,
        };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(seed), parsed.GetValue(examples), parsed.GetValue(records), parsed.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(
        long seed, bool examples, DirectoryInfo? records, bool json, CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("sluice-demo-");
        try
        {
            await using var sandbox = await SandboxCommand.StartAsync(new() { Seed = seed }, token);
            using var control = new SandboxControl(sandbox.Addresses.Control);
            using var settingsJson = new MemoryStream(Encoding.UTF8.GetBytes(sandbox.Addresses.ToSettingsJson()));
            var settings = new ConfigurationBuilder().AddJsonStream(settingsJson)
                .AddInMemoryCollection([new("Store:Path", Path.Combine(folder.FullName, "demo.db"))]).Build();

            await using var engine = await Engine.OpenAsync(settings, writes: true, Logs.Quiet, examples);
            var console = Screen.Create(quiet: json);
            console.WriteLine($"Four systems on loopback, made from seed {seed}.");
            await WriteAsync("before.json");
            var result = await new DemoRun(engine, control, console, examples).RunAsync(token);
            await WriteAsync("after.json");
            if (json)
                Console.WriteLine(result.ToJson());

            return result.Converged ? ExitCode.Done : ExitCode.Failed;

            async Task WriteAsync(string name)
            {
                if (records is null)
                    return;

                records.Create();
                var dump = await control.DumpAsync(token);
                await File.WriteAllTextAsync(Path.Combine(records.FullName, name), dump.GetRawText(), token);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
