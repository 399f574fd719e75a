using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Sluice.Host.Running;

/// <summary>Where log lines go. Standard output belongs to what a verb prints.</summary>
internal static class Logs
{
    /// <summary>For verbs that print their own result: warnings are part of it, so nothing is logged.</summary>
    public static void Quiet(ILoggingBuilder log) => log.ClearProviders();

    /// <summary>For the service: one line each, to standard error, as <c>Logging</c> configures it.</summary>
    public static void Service(ILoggingBuilder log, IConfiguration settings)
    {
        log.ClearProviders();
        log.AddConfiguration(settings.GetSection("Logging"));
        log.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
        log.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        log.AddFilter("System.Net.Http", LogLevel.Warning);
    }
}
