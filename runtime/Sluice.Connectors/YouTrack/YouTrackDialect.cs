namespace Sluice.Connectors.YouTrack;

/// <summary>Which of YouTrack's interfaces serves organizations. The rest is the same in both.</summary>
/// <remarks>Source: YouTrack's documentation of 2026.1; users and user groups stay with Hub for now.</remarks>
public enum YouTrackDialect
{
    /// <summary>Hub's, as up to version 2025.</summary>
    Hub,

    /// <summary>YouTrack's own, <c>/api/admin/organizations</c>, as from version 2026.1 on.</summary>
    YouTrack2026,
}
