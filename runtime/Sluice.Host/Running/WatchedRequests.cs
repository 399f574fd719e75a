namespace Sluice.Host.Running;

/// <summary>
/// The requests of a store, and whether the one that is waited for is gone: an owner ends or answers a request, and
/// only a person takes it away.
/// </summary>
internal sealed class WatchedRequests(IRunRequests requests) : IRunRequests
{
    /// <summary>Whether the request was looked for and not found.</summary>
    public bool IsTakenAway { get; private set; }

    public async ValueTask<RunRequest?> FindRequestAsync(long request)
    {
        var found = await requests.FindRequestAsync(request);
        IsTakenAway = found is null;
        return found;
    }

    public ValueTask<long> AskAsync(string scope, DateTimeOffset at, DateTimeOffset until) =>
        requests.AskAsync(scope, at, until);

    public ValueTask<IReadOnlyList<RunRequest>> WaitingRequestsAsync(DateTimeOffset at) =>
        requests.WaitingRequestsAsync(at);

    public ValueTask ExtendAsync(long request, DateTimeOffset until) => requests.ExtendAsync(request, until);

    public ValueTask<RequestState?> RemoveAsync(long request) => requests.RemoveAsync(request);

    public ValueTask<RunRequest?> TakeUpAsync(DateTimeOffset at) => requests.TakeUpAsync(at);

    public ValueTask AnswerAsync(long request, long? run, string answer) =>
        requests.AnswerAsync(request, run, answer);
}
