namespace Sluice.Connectors.Grants;

/// <summary>What came of asking for tokens.</summary>
internal enum GrantOutcome
{
    /// <summary>There are new ones.</summary>
    Given,

    /// <summary>What was sent for them is not taken, and will not be.</summary>
    Refused,

    /// <summary>None were given, for a reason that may pass; what was sent is as good as before.</summary>
    NotGiven,

    /// <summary>Nobody knows: it was sent, and no answer that can be used came back.</summary>
    Unknown,
}
