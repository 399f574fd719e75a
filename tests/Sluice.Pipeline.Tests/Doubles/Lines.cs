using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline.Tests;

/// <summary>A log that remembers what was written to it.</summary>
internal sealed class Lines : List<(LogLevel Level, string Text)>, ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => Add((logLevel, formatter(state, exception)));
}
