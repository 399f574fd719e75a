namespace Sluice.EndToEnd.Tests.Processes;

/// <summary>What a process writes to one stream, line by line.</summary>
internal sealed class LineLog
{
    // Written by the reading task, read by tests; both under the lock.
    private readonly List<string> _lines = [];
    private readonly List<(string Text, int Nth, TaskCompletionSource<string?> Found)> _searches = [];
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

    /// <summary>How many lines have contained a text so far.</summary>
    public int Count(string text)
    {
        lock (_gate)
            return With(text).Count();
    }

    /// <returns>The line that contains a text for the <paramref name="nth"/> time, from 1; null where the stream ended
    /// without one.</returns>
    public Task<string?> FindAsync(string text, int nth = 1)
    {
        lock (_gate)
        {
            if (With(text).Skip(nth - 1).FirstOrDefault() is { } line)
                return Task.FromResult<string?>(line);

            var found = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_ended)
                found.SetResult(null);
            else
                _searches.Add((text, nth, found));
            return found.Task;
        }
    }

    private IEnumerable<string> With(string text) =>
        _lines.Where(line => line.Contains(text, StringComparison.Ordinal));

    private async Task ReadAsync(TextReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _lines.Add(line);
                foreach (var (_, _, found) in _searches.Where(search =>
                    line.Contains(search.Text, StringComparison.Ordinal) && With(search.Text).Count() == search.Nth))
                    found.TrySetResult(line);
            }
        }

        lock (_gate)
        {
            _ended = true;
            foreach (var (_, _, found) in _searches)
                found.TrySetResult(null);
        }
    }
}
