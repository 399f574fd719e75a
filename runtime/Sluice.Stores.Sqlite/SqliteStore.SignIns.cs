namespace Sluice.Stores.Sqlite;

/// <content>Sign-ins whose tokens are replaced as they are used.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public bool MayRenew => _signIns.MayRenew;

    /// <inheritdoc/>
    public ValueTask<SignIn?> FindSignInAsync(string system) => _signIns.FindAsync(system);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SignIn>> SignInsAsync() => _signIns.AllAsync();

    /// <inheritdoc/>
    public ValueTask<bool> MoveSignInAsync(SignIn found, SignInState state, string reason, DateTimeOffset at) =>
        _signIns.MoveAsync(found, state, reason, at);

    /// <inheritdoc/>
    public ValueTask<bool> RenewSignInAsync(SignIn found, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        _signIns.RenewAsync(found, content, at);

    /// <inheritdoc/>
    public ValueTask LeaveSignInAsync(string system, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        _signIns.LeaveAsync(system, content, at);
}
