using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Host.Configuration;
using Sluice.Host.Doctoring;
using Sluice.Host.Running;
using Sluice.Host.SigningIn;

namespace Sluice.Host.Commands;

/// <summary>
/// <c>sluice doctor</c>: what is configured, from where, and what works. Reads only, and needs no store.
/// </summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var (settings, json) = (SharedOptions.Settings(), SharedOptions.Json());
        var command = new Command(
            "doctor",
            "Shows the settings with their sources, the accounts they reach, and what can be read of them; reads only.")
        {
            settings, json,
        };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, bool json, CancellationToken token)
    {
        var settings = HostSettings.Load(files, store: null);
        var effective = EffectiveSettings.Of(settings);
        if (!json)
            foreach (var setting in effective)
                Console.WriteLine($"{setting.Key} = {setting.Value}   ({setting.Source})");

        var pipeline = PipelineSettings.Read(settings);
        await using var services = SystemServices.Build(settings, Logs.Quiet, out var systems);
        SystemServices.Validate(services, systems);
        await using var store = await services.LookForSignInsAsync(settings);

        var needed = Flows.Catalogue.Pairings.Select(pairing => pairing.Descriptor)
            .SelectMany(descriptor => new[] { descriptor.Left.Name, descriptor.Right.Name }).ToHashSet();
        var examinations = new List<Examination>();
        foreach (var connection in services.GetServices<IConnection>())
        {
            var system = systems.First(system => system.Name == connection.System);
            var examination = await Examination.OfAsync(
                connection, entity => system.IsDescribed || needed.Contains(entity), NamedEntities.Paths, token);
            examination = examination with
            {
                IsAccountAsked = system.AsksWhoWeAre(services),
                Warnings =
                [
                    .. examination.Warnings, .. CallTime.Warnings(system.Name, system.Options(services), pipeline),
                ],
            };
            examinations.Add(examination);
            if (!json)
                examination.Print(Console.Out);
        }

        if (json)
            Console.WriteLine(DoctorJson.Write(effective, examinations));

        return examinations.Any(examination => examination.SignInNeeded) ? ExitCode.SignInNeeded
            : examinations.All(examination => examination.IsWell) ? ExitCode.Done : ExitCode.Failed;
    }
}
