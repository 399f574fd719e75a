namespace Sluice.Connectors.Grants;

/// <summary>What came of asking for tokens.</summary>
/// <param name="Outcome">Whether there are new ones.</param>
/// <param name="Words">Why there are none; without secrets.</param>
internal sealed record GrantReply(GrantOutcome Outcome, string Words)
{
    /// <summary>The new ones; null where there are none.</summary>
    public Grant? Grant { get; init; }

    /// <summary>For how long the token server asks to be left alone; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether whoever answered may not know what the token server did: a gateway gives up, or something fails behind
    /// it, after the tokens were made.
    /// </summary>
    public bool IsInDoubt { get; init; }

    /// <summary>Whether it is the application that the token server does not know, and not the tokens.</summary>
    public bool IsApplicationUnknown { get; init; }
}
