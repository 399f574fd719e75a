namespace Sluice.Simulation;

/// <summary>What can go wrong between the engine and a system.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The request never arrives, and no answer comes.</summary>
    LostRequest,

    /// <summary>The request does its work, and the answer never comes.</summary>
    LostAnswer,

    /// <summary>The connection breaks while the answer travels.</summary>
    BrokenAnswer,

    /// <summary>No answer comes, and the write happens later.</summary>
    LateCommit,

    /// <summary>429 with a time to wait.</summary>
    Throttled,

    /// <summary>500, and nothing happened.</summary>
    ServerError,

    /// <summary>502, and it happened.</summary>
    ErrorAfterCommit,

    /// <summary>200 with a web page in place of an answer; a write happened.</summary>
    WebPage,

    /// <summary>200 with an empty list.</summary>
    EmptyListing,

    /// <summary>401 for once.</summary>
    SignInRefused,

    /// <summary>A listing shows what was there a while ago.</summary>
    IndexLag,

    /// <summary>A listing's pages shift while it is read.</summary>
    PageDrift,

    /// <summary>An answer shows what stood there before the write.</summary>
    Unsettled,

    /// <summary>A system shows a field empty in all its records.</summary>
    HiddenField,

    /// <summary>The system writes a value in its own way.</summary>
    Normalised,

    /// <summary>A user merges a record into another.</summary>
    MergedRecord,

    /// <summary>What would tell of a change never comes.</summary>
    LostHint,

    /// <summary>It comes twice.</summary>
    RepeatedHint,

    /// <summary>A token ends before its time.</summary>
    EndedToken,

    /// <summary>The tokens of a sign-in are lost, and a person signs in anew.</summary>
    LostSignIn,

    /// <summary>A run is confined to a part of what there is to do.</summary>
    ConfinedRun,

    /// <summary>Another process asks the owner of the store for a run.</summary>
    AskedRun,

    /// <summary>A pairing pauses.</summary>
    PausedPairing,

    /// <summary>Somebody asks to be forgotten.</summary>
    ForgottenPerson,

    /// <summary>A person decides what becomes of a record, or which of two values goes.</summary>
    DecidedRecord,

    /// <summary>A person tells two records apart that are one thing.</summary>
    PartedRecords,

    /// <summary>The process dies.</summary>
    Crash,

    /// <summary>The process stands still while another takes its place.</summary>
    OwnerPause,
}
