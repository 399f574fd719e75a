namespace Sluice.Connectors.Http;

/// <summary>What a call is for, as far as it decides who goes first.</summary>
internal enum CallKind
{
    /// <summary>A record, or a write: a change is on its way.</summary>
    Urgent,

    /// <summary>A page of a listing: it can wait, and only it is held to the plan of the day.</summary>
    Listing,
}
