namespace Sluice.Stores.Sqlite;

/// <summary>Runs that other processes ask the owner for.</summary>
internal sealed class RunRequests(Session session, WaitingTraces traces)
{
    // What another owner took up is answered by nobody: whoever owns the store now has an epoch of its own.
    private const string State =
        "iif(state = 1 and epoch <> (select epoch from store where id = 1), 4, state)";

    private readonly Statement _ask = session.Prepare(
        "insert into run_requests (text, asked_at, asked_until) values ($scope, $at, $until) returning id");

    private readonly Statement _find = session.Prepare(
        $"select id, {State}, text, asked_at from run_requests where id = $id");

    private readonly Statement _waiting = session.Prepare(
        """
        select id, state, text, asked_at from run_requests
        where text <> '' and state = 0 and asked_until >= $at
        order by id
        """);

    private readonly Statement _extend = session.Prepare(
        "update run_requests set asked_until = $until where id = $id and state < 3");

    private readonly Statement _remove = session.Prepare(
        $"delete from run_requests where id = $id and {State} <> 1 returning {State}");

    private readonly Statement _open = session.Prepare(
        "select id from run_requests where text <> '' order by id limit 1");

    private readonly Statement _lapse = session.Prepare(
        """
        update run_requests set text = '', state = iif(state = 0, 3, state) where text <> '' and asked_until < $at
        """);

    private readonly Statement _next = session.Prepare(
        "select id, state, text, asked_at from run_requests where text <> '' and state = 0 order by id limit 1");

    private readonly Statement _take = session.Prepare(
        "update run_requests set state = 1, text = '', epoch = $epoch, taken_at = $at where id = $id");

    private readonly Statement _answer = session.Prepare(
        """
        update run_requests set state = 2, text = $answer, run = $run
        where id = $id and state = 1 and epoch = $epoch
        """);

    public ValueTask<long> AskAsync(string scope, DateTimeOffset at, DateTimeOffset until) =>
        session.LeaveAsync(() => _ask.Number(traces.OfRun(scope), at, until)!.Value);

    public ValueTask<RunRequest?> FindAsync(long request) => session.ReadAsync(() =>
    {
        using var rows = _find.Query(request);
        return rows.Read() ? Read(rows) : null;
    });

    public ValueTask<IReadOnlyList<RunRequest>> WaitingAsync(DateTimeOffset at) =>
        session.ReadAsync<IReadOnlyList<RunRequest>>(() =>
        {
            var waiting = new List<RunRequest>();
            using var rows = _waiting.Query(at);
            while (rows.Read())
                waiting.Add(Read(rows));
            return waiting;
        });

    public async ValueTask ExtendAsync(long request, DateTimeOffset until) =>
        await session.LeaveAsync(() => _extend.Run(until, request));

    public ValueTask<RequestState?> RemoveAsync(long request) =>
        session.LeaveAsync(() => (RequestState?)_remove.Number(request));

    // An owner looks every second, for months: it must not write to find nothing.
    public async ValueTask<RunRequest?> TakeUpAsync(DateTimeOffset at) =>
        await session.ReadAsync(() => _open.Number() is not null)
            ? await session.WriteAsync(() => TakeUp(at))
            : null;

    public ValueTask AnswerAsync(long request, long? run, string answer) => session.WriteAsync(() =>
    {
        if (_answer.Run(answer, run, request, session.Epoch) == 0)
            throw new InvalidOperationException($"Request {request} was not taken up by this owner.");
    });

    private RunRequest? TakeUp(DateTimeOffset at)
    {
        _lapse.Run(at);
        if (Next() is not { } next)
            return null;

        _take.Run(session.Epoch, at, next.Id);
        return next with { State = RequestState.TakenUp };
    }

    private RunRequest? Next()
    {
        using var rows = _next.Query();
        return rows.Read() ? Read(rows) : null;
    }

    private static RunRequest Read(Rows rows)
    {
        var (state, text) = ((RequestState)rows.Small(1), rows.Text(2));
        return new(
            rows.Number(0), state, state == RequestState.Waiting ? text : "",
            state == RequestState.Answered ? text : "", rows.Time(3));
    }
}
