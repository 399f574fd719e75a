namespace Sluice.Benchmarks.Calls;

/// <summary>A connection whose sinks somebody stands before.</summary>
internal sealed class WatchedConnection(IWriteConnection connection, Func<ISink, ISink> watch) : IWriteConnection
{
    public string System => connection.System;

    public IReadOnlyList<ISink> Sinks { get; } = [.. connection.Sinks.Select(watch)];
}
