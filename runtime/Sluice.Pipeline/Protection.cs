namespace Sluice.Pipeline;

/// <summary>
/// What keeps the engine from doing damage, each by name: one condition at one place. All are on; only the simulation
/// turns one off, to prove that it would notice.
/// </summary>
internal enum Protection
{
    /// <summary>A create is journalled before it is sent, and looked for where its answer is lost (F01, F02).</summary>
    CreateJournal,

    /// <summary>An update is journalled before it is sent, so that an own late write is no user's edit (F06).</summary>
    UpdateJournal,

    /// <summary>What both sides showed when they last agreed tells who edited; time stamps do not (F04, F38).</summary>
    ThreeWayBase,

    /// <summary>Unlinked records are decided only when both sides were listed to their end (F46).</summary>
    CompleteBeforeMatch,

    /// <summary>What a listing does not show is asked for by key before it counts as gone (F14).</summary>
    VerifyDeletes,

    /// <summary>Several candidates are a person's to decide (F19).</summary>
    AmbiguousToReview,

    /// <summary>A delta begins somewhat before the place where the last one ended (F08, F09).</summary>
    CursorOverlap,

    /// <summary>Only what changed is sent, so that what a user edits meanwhile stays (F05).</summary>
    ChangedFieldsOnly,

    /// <summary>Values are compared by what they mean, not by how a system writes them (F04).</summary>
    CanonicalCompare,

    /// <summary>The answer to a write is compared with what was expected, and merged again (F07).</summary>
    ReadBack,

    /// <summary>A record is read again before it is written: a listing is a hint (F05, F39).</summary>
    RereadBeforeWrite,

    /// <summary>A cursor is stored with the observations before it, in one transaction (F40).</summary>
    AtomicCheckpoint,

    /// <summary>What our own unsettled create may have made is not sent back to where it came from (F03).</summary>
    NeverBackToOrigin,

    /// <summary>Nothing is created where the record's lineage has a live record already (F53).</summary>
    OnePerLineage,

    /// <summary>All pairings put the edits of a value in one order, so that an older copy does not come back.</summary>
    VersionOrder,

    /// <summary>Nothing is created before every pairing has joined what it can.</summary>
    JoinBeforeCreate,

    /// <summary>A value from before our own write is no edit before the system has settled (F54).</summary>
    SettleBound,

    /// <summary>Every commit of the store carries its owner's epoch (F41).</summary>
    Fence,

    /// <summary>A write whose turn comes too late for those who look for it is not sent (F02, F41).</summary>
    SendInTime,

    /// <summary>Changes to many records at once wait for a person's approval (F14, F15).</summary>
    MassChangeBreaker,
}
