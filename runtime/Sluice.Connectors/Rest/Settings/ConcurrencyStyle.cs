namespace Sluice.Connectors.Rest.Settings;

/// <summary>How an update makes sure that nobody changed the record meanwhile.</summary>
internal enum ConcurrencyStyle
{
    /// <summary>
    /// Not at all: who writes last wins. Only what an update sends along unchanged is read and compared right before.
    /// </summary>
    None,

    /// <summary>By the entity tag of the answer that showed it, which the server compares (RFC 9110, 13.1.1).</summary>
    ETag,

    /// <summary>By its time stamp, which is read again and compared right before.</summary>
    Modified,
}
