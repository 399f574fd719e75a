using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Grants;

/// <summary>
/// Gives calls the access token of a sign-in that is kept in a store, and replaces it in time. With each new one the
/// refresh token changes, and the old one dies: whoever loses the answer loses the sign-in.
/// </summary>
/// <remarks>
/// So it is written down before new tokens are asked for, and what came is stored before it is used. Where the answer
/// was lost, the old refresh token is tried once more, for some systems take it a little longer; then a person has to
/// sign in anew, which is said once. Nothing is remembered here: the store says how things stand, for another process
/// may have signed in anew.
/// </remarks>
internal sealed class GrantKeeper
{
    // A token that is refused so soon after it was given out is not replaced: the next would fare no better.
    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BeforeOnceMore = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private readonly SystemOptions _options;
    private readonly ISignInStore _store;
    private readonly TokenServer _server;
    private readonly TimeProvider _time;
    private readonly GrantFailures _failures;
    private readonly ILogger _log;

    // Holds one item while nobody renews. No semaphore: whoever waits for one and may be stopped is woken by a thread
    // of the pool, and the simulation has one thread only.
    private readonly Channel<bool> _one = Channel.CreateBounded<bool>(1);

    // The fields below are read and written by whoever holds the item.
    private DateTimeOffset _pausedAt;
    private DateTimeOffset _pausedUntil;
    private TimeSpan _pause = ShortestPause;
    private RemoteException? _pausedBy;

    // Tokens that came when the store could not take them.
    private (SignIn Found, Grant Grant)? _unsaved;

    public GrantKeeper(
        SystemOptions options, GrantSettings settings, ISignInStore store, TokenServer server, TimeProvider time,
        ILogger log)
    {
        (_options, _store, _server, _time, _log) = (options, store, server, time, log);
        _failures = new(options.System, settings.Fix);
        _one.Writer.TryWrite(true);
    }

    /// <summary>A token that should be good.</summary>
    /// <param name="refused">
    /// A token that the system just refused, and that is not given out again; null for none.
    /// </param>
    /// <param name="token">Stops the wait for another's renewal; one's own is seen through.</param>
    /// <exception cref="RemoteException">There is none.</exception>
    public async ValueTask<string> GetAsync(string? refused, CancellationToken token)
    {
        var (found, grant) = await FindAsync();
        if (IsFresh(found, grant, refused))
            return grant.Access;

        await _one.Reader.ReadAsync(token);
        try
        {
            return await RenewAsync(refused);
        }
        finally
        {
            _one.Writer.TryWrite(true);
        }
    }

    private async Task<string> RenewAsync(string? refused)
    {
        while (true)
        {
            var (found, grant) = await FindAsync();
            if (IsFresh(found, grant, refused))
                return grant.Access;
            if (await SavedAsync())
                continue;
            if (grant.Access == refused && found.State == SignInState.Good
                && _time.GetUtcNow() - grant.GivenAt < Youth)
                throw _failures.RefusedAtOnce();
            if (Held() is { } reason)
                return grant.Access != refused && _time.GetUtcNow() < grant.EndsAt ? grant.Access : throw reason;

            // It was asked for twice already, and the second answer was lost with the process that waited for it.
            if (found.State == SignInState.RefreshingAgain)
                await EndAsync(found, "the answers to two attempts to renew it were lost");
            else if (await AskAsync(found, grant))
                _pausedBy = null;
        }
    }

    // Whether there are new tokens; otherwise the sign-in says, or the pause, what to do next.
    private async Task<bool> AskAsync(SignIn found, Grant grant)
    {
        var next = found.State == SignInState.Good ? SignInState.Refreshing : SignInState.RefreshingAgain;
        if (!await _store.MoveSignInAsync(found, next, "", _time.GetUtcNow()))
            return false;

        var asking = found with { State = next };
        var reply = await _server.ForRefreshAsync(grant);
        if (reply.IsInDoubt)
        {
            // Where tokens were made all the same, who takes the old one a little longer gives them once more.
            await Task.Delay(BeforeOnceMore, _time);
            reply = await _server.ForRefreshAsync(grant);
        }

        switch (reply.Outcome)
        {
            case GrantOutcome.Given:
                _options.Issue(reply.Grant!.Access, reply.Grant.Refresh);
                _unsaved = (asking, reply.Grant);
                _pause = ShortestPause;
                return await SavedAsync();
            case GrantOutcome.Refused:
                await EndAsync(asking, $"its refresh token is not taken any more ({reply.Words})");
                return false;
            case GrantOutcome.NotGiven:
                await _store.MoveSignInAsync(asking, found.State, "", _time.GetUtcNow());
                Pause(reply);
                return false;
            default:
                _log.LogInformation("{System}: tokens were asked for, and {Reason}", _options.System, reply.Words);
                if (next == SignInState.RefreshingAgain)
                    await EndAsync(asking, $"two attempts to renew it came to nothing: {reply.Words}");
                else
                    await Task.Delay(BeforeOnceMore, _time);
                return false;
        }
    }

    private async Task<bool> SavedAsync()
    {
        if (_unsaved is not { } unsaved)
            return false;

        // What belongs to another sign-in than there is now is nobody's, and is not stored.
        await _store.RenewSignInAsync(unsaved.Found, unsaved.Grant.Write(), _time.GetUtcNow());
        _unsaved = null;
        return true;
    }

    private async Task EndAsync(SignIn found, string reason)
    {
        if (!await _store.MoveSignInAsync(found, SignInState.Reauthorise, reason, _time.GetUtcNow()))
            return;

        var told = _failures.Ended(reason);
        _log.LogError("{Problem} {Fix}", told.Message, told.Fix);
    }

    private void Pause(GrantReply reply)
    {
        var wait = reply.RetryAfter is { } asked && asked > _pause ? asked : _pause;
        _pausedAt = _time.GetUtcNow();
        _pausedUntil = _pausedAt + wait;
        _pausedBy = _failures.NotGiven(reply);
        _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
    }

    // Of a pause that begins later than now nobody knows how much is over: the clock went back.
    private RemoteException? Held() =>
        !_store.MayRenew ? _failures.NotOurs()
        : _pausedBy is not null && _time.GetUtcNow() is var now && now >= _pausedAt && now < _pausedUntil ? _pausedBy
        : null;

    private bool IsFresh(SignIn found, Grant grant, string? refused) =>
        found.State == SignInState.Good && grant.Access != refused && _time.GetUtcNow() < grant.RenewAt;

    private async Task<(SignIn Found, Grant Grant)> FindAsync()
    {
        var found = await _store.FindSignInAsync(_options.System) ?? throw _failures.NeverSignedIn();
        if (found.State == SignInState.Reauthorise)
            throw _failures.Ended(found.Reason);

        var grant = Grant.Read(found.Content.Span) ?? throw _failures.Ended("what is kept of it cannot be read");
        _options.Issue(grant.Access, grant.Refresh);
        return (found, grant);
    }
}
