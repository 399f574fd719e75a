namespace Sluice.Connectors.Rest.Settings;

/// <summary>How a system writes points in time.</summary>
internal enum TimeForm
{
    /// <summary><c>2024-09-10T15:02:06.123Z</c>.</summary>
    Iso,

    /// <summary><c>2024-09-10T15:02:06Z</c>.</summary>
    IsoSeconds,

    /// <summary>Milliseconds since 1970.</summary>
    EpochMilliseconds,

    /// <summary>Seconds since 1970.</summary>
    EpochSeconds,
}
