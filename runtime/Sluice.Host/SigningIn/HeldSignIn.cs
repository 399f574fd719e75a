namespace Sluice.Host.SigningIn;

/// <summary>
/// At most one sign-in, in memory: where there is no store, or before it is known whether the store may have it.
/// </summary>
internal sealed class HeldSignIn : ISignInStore
{
    private SignIn? _held;

    public bool MayRenew => false;

    public ValueTask<SignIn?> FindSignInAsync(string system) => new(_held?.System == system ? _held : null);

    public ValueTask<IReadOnlyList<SignIn>> SignInsAsync() => new(_held is null ? [] : [_held]);

    public ValueTask<bool> MoveSignInAsync(SignIn found, SignInState state, string reason, DateTimeOffset at) =>
        throw Refused();

    public ValueTask<bool> RenewSignInAsync(SignIn found, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        throw Refused();

    public ValueTask LeaveSignInAsync(string system, ReadOnlyMemory<byte> content, DateTimeOffset at)
    {
        _held = new(system, 1, SignInState.Good, content, "", at);
        return default;
    }

    private static InvalidOperationException Refused() => new("What is held in memory is not renewed.");
}
