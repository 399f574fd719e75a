namespace Sluice.EndToEnd.Tests.Processes;

/// <summary>What a process writes to one stream, line by line.</summary>
internal sealed class LineLog
{
    // Written by the reading task, read by tests; both under the lock.
    private readonly List<string> _lines = [];
    private readonly List<(string Text, TaskCompletionSource<string?> Found)> _searches = [];
    private readonly Lock _gate = new();
    private bool _ended;

    public LineLog(TextReader stream) => Completion = ReadAsync(stream);

    /// <summary>Ends with the stream.</summary>
    public Task Completion { get; }

    public string Text
    {
        get
        {
            lock (_gate)
                return string.Join('\n', _lines);
        }
    }

    /// <returns>The first line that contains a text; null where the stream ended without one.</returns>
    public Task<string?> FindAsync(string text)
    {
        lock (_gate)
        {
            if (_lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
                return Task.FromResult<string?>(line);

            var found = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_ended)
                found.SetResult(null);
            else
                _searches.Add((text, found));
            return found.Task;
        }
    }

    private async Task ReadAsync(TextReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _lines.Add(line);
                foreach (var (_, found) in _searches
                    .Where(search => line.Contains(search.Text, StringComparison.Ordinal)))
                    found.TrySetResult(line);
            }
        }

        lock (_gate)
        {
            _ended = true;
            foreach (var (_, found) in _searches)
                found.TrySetResult(null);
        }
    }
}
