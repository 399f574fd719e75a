namespace Sluice.Host.SigningIn;

/// <summary>The store of the sign-ins, which is opened after the connectors that ask it were put together.</summary>
internal sealed class SignInSlot : ISignInStore
{
    /// <summary>Set before any system is called.</summary>
    public ISignInStore? Store { get; set; }

    public bool MayRenew => Filled.MayRenew;

    private ISignInStore Filled =>
        Store ?? throw new InvalidOperationException("A system was called before the store was opened.");

    public ValueTask<SignIn?> FindSignInAsync(string system) => Filled.FindSignInAsync(system);

    public ValueTask<IReadOnlyList<SignIn>> SignInsAsync() => Filled.SignInsAsync();

    public ValueTask<bool> MoveSignInAsync(SignIn found, SignInState state, string reason, DateTimeOffset at) =>
        Filled.MoveSignInAsync(found, state, reason, at);

    public ValueTask<bool> RenewSignInAsync(SignIn found, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        Filled.RenewSignInAsync(found, content, at);

    public ValueTask LeaveSignInAsync(string system, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        Filled.LeaveSignInAsync(system, content, at);
}
