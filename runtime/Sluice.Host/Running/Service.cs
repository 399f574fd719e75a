using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sluice.Host.Running;

/// <summary>The long-running host: cycles in the background, stopped by Ctrl-C or SIGTERM.</summary>
internal static class Service
{
    // A cycle stops between two operations; what is in flight may take as long as one call may.
    private static readonly TimeSpan StopWithin = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(IConfiguration settings, CancellationToken token)
    {
        await using var engine = await Engine.OpenAsync(settings, writes: true, log => Logs.Service(log, settings));
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(settings);
        Logs.Service(builder.Logging, settings);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        builder.Services.AddSingleton(engine);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<CycleService>();
        using var host = builder.Build();
        await host.RunAsync(token);
        return host.Services.GetServices<IHostedService>().OfType<CycleService>().Single().ExitCode;
    }
}
