namespace Sluice.Stores.Sqlite;

/// <content>Runs that other processes ask the owner for.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<long> AskAsync(string scope, DateTimeOffset at, DateTimeOffset until) =>
        _requests.AskAsync(scope, at, until);

    /// <inheritdoc/>
    public ValueTask<RunRequest?> FindRequestAsync(long request) => _requests.FindAsync(request);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RunRequest>> WaitingRequestsAsync(DateTimeOffset at) =>
        _requests.WaitingAsync(at);

    /// <inheritdoc/>
    public ValueTask ExtendAsync(long request, DateTimeOffset until) => _requests.ExtendAsync(request, until);

    /// <inheritdoc/>
    public ValueTask<RequestState?> RemoveAsync(long request) => _requests.RemoveAsync(request);

    /// <inheritdoc/>
    public ValueTask<RunRequest?> TakeUpAsync(DateTimeOffset at) => _requests.TakeUpAsync(at);

    /// <inheritdoc/>
    public ValueTask AnswerAsync(long request, long? run, string answer) =>
        _requests.AnswerAsync(request, run, answer);
}
