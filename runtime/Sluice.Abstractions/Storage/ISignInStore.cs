namespace Sluice;

/// <summary>
/// Keeps sign-ins. A change says from what it starts and is refused where that is no longer so: somebody may have
/// signed in anew, from another process.
/// </summary>
public interface ISignInStore
{
    /// <summary>Whether tokens may be renewed here: only a store's owner may write down that it does.</summary>
    bool MayRenew { get; }

    /// <summary>The sign-in to a system; null where there is none.</summary>
    ValueTask<SignIn?> FindSignInAsync(string system);

    /// <summary>All sign-ins, by system, without their contents.</summary>
    ValueTask<IReadOnlyList<SignIn>> SignInsAsync();

    /// <summary>Writes down how a sign-in stands from now on. Only the owner's.</summary>
    /// <param name="found">The sign-in as it was found.</param>
    /// <param name="state">How it stands now.</param>
    /// <param name="reason">Why, in words and without secrets; empty where it is good.</param>
    /// <param name="at">Now.</param>
    /// <returns>Whether it stood as it was found; nothing was stored where it did not.</returns>
    ValueTask<bool> MoveSignInAsync(SignIn found, SignInState state, string reason, DateTimeOffset at);

    /// <summary>
    /// Puts new tokens in the place of those they were got with; the sign-in is good again. Also of whoever owned the
    /// store when they were asked for, and does no longer: the next owner has none that are good.
    /// </summary>
    /// <param name="found">The sign-in as it was found.</param>
    /// <param name="content">The new tokens.</param>
    /// <param name="at">Now.</param>
    /// <returns>
    /// Whether those they were got with were still kept, in whatever state; nothing was stored where they were not.
    /// </returns>
    ValueTask<bool> RenewSignInAsync(SignIn found, ReadOnlyMemory<byte> content, DateTimeOffset at);

    /// <summary>Keeps what a person has just signed in with, in place of whatever there was. From any process.
    /// </summary>
    ValueTask LeaveSignInAsync(string system, ReadOnlyMemory<byte> content, DateTimeOffset at);
}
