namespace Sluice.Connectors.Tests.Rest;

/// <summary>One sign-in, kept in memory as a store keeps it.</summary>
public sealed class KeptSignIn : ISignInStore
{
    private SignIn? _kept;

    public bool MayRenew => true;

    public long Serial => _kept!.Serial;

    public ValueTask<SignIn?> FindSignInAsync(string system) => new(_kept?.System == system ? _kept : null);

    public ValueTask<IReadOnlyList<SignIn>> SignInsAsync() => new(_kept is null ? [] : [_kept]);

    public ValueTask<bool> MoveSignInAsync(SignIn found, SignInState state, string reason, DateTimeOffset at) =>
        new(_kept?.State == found.State
            && Put(found, found with { State = state, Reason = reason, Since = at }));

    public ValueTask<bool> RenewSignInAsync(SignIn found, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        new(Put(found, new(found.System, found.Serial + 1, SignInState.Good, content, "", at)));

    public ValueTask LeaveSignInAsync(string system, ReadOnlyMemory<byte> content, DateTimeOffset at)
    {
        _kept = new(system, 1, SignInState.Good, content, "", at);
        return default;
    }

    private bool Put(SignIn found, SignIn next)
    {
        if (_kept?.Serial != found.Serial)
            return false;

        _kept = next;
        return true;
    }
}
