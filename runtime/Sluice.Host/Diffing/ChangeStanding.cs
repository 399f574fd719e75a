namespace Sluice.Host.Diffing;

/// <summary>What changed documents mean for a pairing.</summary>
internal enum ChangeStanding
{
    /// <summary>It does what it did.</summary>
    SameMeaning,

    /// <summary>It does something else, and nothing before that is approved.</summary>
    AwaitsApproval,

    /// <summary>It does something else, as somebody approved.</summary>
    Approved,

    /// <summary>No document speaks of it any more.</summary>
    Gone,
}
