namespace Sluice;

/// <summary>How a sign-in stands whose tokens are replaced as they are used.</summary>
public enum SignInState
{
    /// <summary>The tokens that are kept are the last that were given out.</summary>
    Good,

    /// <summary>
    /// New ones were, or were about to be, asked for with those that are kept; what came of it is not known.
    /// </summary>
    Refreshing,

    /// <summary>The same, for the second and last time with these tokens.</summary>
    RefreshingAgain,

    /// <summary>The tokens are good for nothing any more: a person has to sign in anew.</summary>
    Reauthorise,
}
