namespace Sluice.Pipeline;

/// <summary>What happens to a record whose counterpart was deleted.</summary>
public enum DeletePolicy
{
    /// <summary>It stays, and a person is asked.</summary>
    Ask,

    /// <summary>It stays, nobody is asked, and nothing is made again.</summary>
    Ignore,

    /// <summary>
    /// The link ends: it stays on its own and may be matched with another record, but none is made for it without a
    /// decision.
    /// </summary>
    Unlink,

    /// <summary>It is deleted too, unless somebody edited it since both sides last agreed.</summary>
    Propagate,
}
