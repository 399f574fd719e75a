namespace Sluice.Pipeline;

/// <summary>A run that the owner of a store is asked for, as seen by the process that waits for it.</summary>
/// <remarks>Used by one task at a time. The store is opened to look.</remarks>
public sealed class AskedRun
{
    /// <summary>How often the store is looked at.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long a request stands after its process was last heard of: whoever was killed gets nothing done after that.
    /// </summary>
    public static readonly TimeSpan Stands = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Extends = Stands / 3;

    private readonly IRunRequests _requests;
    private readonly TimeProvider _clock;
    private readonly string _scope;
    private long _id;
    private DateTimeOffset _heard;

    private AskedRun(IRunRequests requests, TimeProvider clock, string scope) =>
        (_requests, _clock, _scope) = (requests, clock, scope);

    /// <summary>Leaves the request.</summary>
    /// <param name="requests">The store, beside its owner.</param>
    /// <param name="scope">What to run.</param>
    /// <param name="clock">The clock, which the owner's must agree with to within some seconds.</param>
    public static async Task<AskedRun> AskAsync(IRunRequests requests, RequestedScope scope, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var asked = new AskedRun(requests, clock, scope.ToJson());
        await asked.AskAsync();
        return asked;
    }

    /// <summary>Waits until it is known what came of it.</summary>
    /// <param name="own">
    /// Tries to become the owner of the store, and says whether it is. Whoever is knows that nobody else carries the
    /// request out.
    /// </param>
    /// <param name="progress">Told when the request is taken up.</param>
    /// <param name="token">Gives up waiting; where the request still waits, it is withdrawn.</param>
    public async Task<RequestOutcome> WaitAsync(
        Func<Task<bool>> own, IProgress<CycleProgress>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(own);
        var told = RequestState.Lapsed;
        while (true)
        {
            var request = await _requests.FindRequestAsync(_id);
            if (request is null or { State: RequestState.Answered or RequestState.Broken })
                return await EndAsync(request);
            if (await own())
                return await EndAsync(await _requests.FindRequestAsync(_id));

            await StandAsync(request);
            if (told != request.State)
                progress?.Report(new("wait", Words(told = request.State), 0));
            if (!await PauseAsync(token))
                return await GiveUpAsync();
        }
    }

    private static string Words(RequestState state) => state == RequestState.TakenUp
        ? "the process that owns the store carries it out"
        : "waiting for the process that owns the store";

    // A process that stood still for a while, as a computer does that sleeps, asks anew: what lapsed was not done.
    private async ValueTask StandAsync(RunRequest request)
    {
        if (request.State == RequestState.Lapsed)
            await AskAsync();
        else if (_clock.GetUtcNow() - _heard >= Extends)
        {
            _heard = _clock.GetUtcNow();
            await _requests.ExtendAsync(_id, _heard + Stands);
        }
    }

    private async ValueTask AskAsync()
    {
        _heard = _clock.GetUtcNow();
        _id = await _requests.AskAsync(_scope, _heard, _heard + Stands);
    }

    private async ValueTask<RequestOutcome> EndAsync(RunRequest? request)
    {
        await _requests.RemoveAsync(_id);
        return request?.State switch
        {
            null or RequestState.TakenUp or RequestState.Broken => new(RequestEnd.Broken),
            RequestState.Answered => new(RequestEnd.Answered, request.Answer),
            _ => new(RequestEnd.Ours),
        };
    }

    private async ValueTask<RequestOutcome> GiveUpAsync() =>
        new(await _requests.RemoveAsync(_id) switch
        {
            RequestState.Waiting or RequestState.Lapsed => RequestEnd.Withdrawn,
            RequestState.Broken => RequestEnd.Broken,
            _ => RequestEnd.UnderWay,
        });

    private async ValueTask<bool> PauseAsync(CancellationToken token)
    {
        try
        {
            await Task.Delay(Look, _clock, token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
