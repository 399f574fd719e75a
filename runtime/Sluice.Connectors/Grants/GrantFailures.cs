namespace Sluice.Connectors.Grants;

/// <summary>Says why there is no token: what, where, and how to put it right.</summary>
/// <param name="system">The system.</param>
/// <param name="applicationFix">What to do where it does not know the application.</param>
internal sealed class GrantFailures(string system, string applicationFix)
{
    private string Connect => $"Run `sluice connect {system.ToLowerInvariant()}`: the pairings that need {system} "
        + "stand still until then, the others go on.";

    public RemoteException NeverSignedIn() =>
        SignIn($"Nobody has signed in to {system} yet, as far as this store knows.", Connect);

    public RemoteException Ended(string reason) =>
        SignIn($"The sign-in to {system} has ended and cannot be renewed: {reason}.", Connect);

    public RemoteException RefusedAtOnce() => SignIn(
        $"{system} refuses the token that it gave out only just now.",
        "Check that the address of its interface and that of its tokens belong together, and that the application is "
        + $"allowed to use the interface; if it stays, run `sluice connect {system.ToLowerInvariant()}`.");

    /// <summary>Another process owns the store, or nobody does.</summary>
    public RemoteException NotOurs() => new(
        system, RemoteFailure.Throttled,
        $"The sign-in to {system} is due to be renewed, which only the `sluice run` that owns the store may do.",
        "Try again in a moment.");

    public RemoteException NotGiven(GrantReply reply) => reply.IsApplicationUnknown
        ? SignIn($"The sign-in to {system} could not be renewed: {reply.Words}.", applicationFix)
        : new(
            system, RemoteFailure.Unreachable, $"The sign-in to {system} could not be renewed: {reply.Words}.",
            "Nothing, if it passes: it is tried again. If it stays, check the address of its tokens and the network.");

    private RemoteException SignIn(string message, string fix) =>
        new(system, RemoteFailure.SignInRefused, message, fix);
}
