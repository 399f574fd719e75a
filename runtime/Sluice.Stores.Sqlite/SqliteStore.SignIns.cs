namespace Sluice.Stores.Sqlite;

/// <content>Sign-ins whose tokens are replaced as they are used.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    /// <remarks>A copy renews nothing: what it was given would end with it, and what the store has would be dead.
    /// </remarks>
    public bool MayRenew => _original is null && _signIns.MayRenew;

    /// <inheritdoc/>
    public ValueTask<SignIn?> FindSignInAsync(string system) => _signIns.FindAsync(system);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SignIn>> SignInsAsync() => _signIns.AllAsync();

    /// <inheritdoc/>
    public ValueTask<bool> MoveSignInAsync(SignIn found, SignInState state, string reason, DateTimeOffset at) =>
        InPlace().MoveAsync(found, state, reason, at);

    /// <inheritdoc/>
    public ValueTask<bool> RenewSignInAsync(SignIn found, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        InPlace().RenewAsync(found, content, at);

    /// <inheritdoc/>
    public ValueTask LeaveSignInAsync(string system, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        InPlace().LeaveAsync(system, content, at);

    private SignIns InPlace() => _original is null
        ? _signIns
        : throw new InvalidOperationException($"This is a copy of store '{_original}': it renews no sign-in.");
}
