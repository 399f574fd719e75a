using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sluice.Host.Running;

/// <summary>The long-running host: cycles in the background, stopped by Ctrl-C or SIGTERM.</summary>
internal static class Service
{
    /// <summary>
    /// How long a stop may take: a cycle stops between two operations, and what is in flight may take as long as a call
    /// may.
    /// </summary>
    public static readonly TimeSpan StopWithin = TimeSpan.FromMinutes(2);

    /// <param name="settings">The settings.</param>
    /// <param name="ran">Told of each cycle.</param>
    /// <param name="token">Stops it between two operations.</param>
    public static async Task<int> RunAsync(IConfiguration settings, Action<RanCycle> ran, CancellationToken token)
    {
        await using var engine = await Engine.OpenAsync(settings, writes: true, log => Logs.Service(log, settings));
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(settings);
        Logs.Service(builder.Logging, settings);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        builder.Services.AddSingleton(engine);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(ran);
        builder.Services.AddHostedService<CycleService>();
        using var host = builder.Build();

        // Running a host to its end disposes of its services.
        var cycles = host.Services.GetServices<IHostedService>().OfType<CycleService>().Single();
        await host.RunAsync(token);
        if (cycles.Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);

        return ExitCode.Done;
    }
}
