using Microsoft.Extensions.Logging;

namespace Sluice.Simulation;

/// <summary>A log that is read for secrets.</summary>
internal sealed class DiaryLog<T>(Diary diary) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        diary.Note($"log {logLevel}: {formatter(state, exception)} {exception}".TrimEnd());
}
