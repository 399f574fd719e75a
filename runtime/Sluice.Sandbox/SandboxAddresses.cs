namespace Sluice.Sandboxes;

/// <summary>Where the four systems are, and the credentials they take.</summary>
public sealed record SandboxAddresses
{
    /// <summary>YouTrack; its REST API is below <c>/api</c>.</summary>
    public required Uri YouTrack { get; init; }

    /// <summary>The Hub of YouTrack; its REST API is below <c>/api/rest</c>.</summary>
    public required Uri Hub { get; init; }

    /// <summary>A permanent token that YouTrack and Hub take.</summary>
    public required string YouTrackToken { get; init; }

    /// <summary>A permanent token that YouTrack takes and Hub does not: it was not made for Hub.</summary>
    public required string YouTrackOnlyToken { get; init; }

    /// <summary>Keap's first REST version.</summary>
    public required Uri Keap { get; init; }

    /// <summary>A service account key that Keap takes.</summary>
    public required string KeapToken { get; init; }

    /// <summary>A personal access token that Keap takes.</summary>
    public required string KeapPersonalToken { get; init; }

    /// <summary>Where a person lets an application in to Keap.</summary>
    public required Uri KeapAuthorize { get; init; }

    /// <summary>Where Keap gives out tokens to applications.</summary>
    public required Uri KeapTokenServer { get; init; }

    /// <summary>The application that Keap knows.</summary>
    public required string KeapClientId { get; init; }

    /// <summary>Its secret.</summary>
    public required string KeapClientSecret { get; init; }

    /// <summary>PowerOffice Go, version 2.</summary>
    public required Uri PowerOfficeGo { get; init; }

    /// <summary>Where PowerOffice Go gives out tokens.</summary>
    public required Uri PowerOfficeGoToken { get; init; }

    /// <summary>The user name at <see cref="PowerOfficeGoToken"/>.</summary>
    public required string ApplicationKey { get; init; }

    /// <summary>The password at <see cref="PowerOfficeGoToken"/>.</summary>
    public required string ClientKey { get; init; }

    /// <summary>What PowerOffice Go wants in <c>Ocp-Apim-Subscription-Key</c> with every call.</summary>
    public required string SubscriptionKey { get; init; }

    /// <summary>The Custom CRM.</summary>
    public required Uri CustomCrm { get; init; }

    /// <summary>A token that the Custom CRM takes.</summary>
    public required string CustomCrmToken { get; init; }

    /// <summary>Whether YouTrack is of version 2026.1, which keeps organizations itself.</summary>
    public bool IsYouTrack2026 { get; init; }

    /// <summary>
    /// Log, dump, switches and edits: <c>/_log</c>, <c>/_dump</c>, <c>/_faults</c>, <c>/_edit</c>. Each port has them.
    /// </summary>
    public required Uri Control { get; init; }

    /// <summary>The settings that point a host at this sandbox, as the text of a JSON file.</summary>
    /// <param name="keapApplication">
    /// Whether Keap is to be signed in to as an application, which <c>sluice connect keap</c> does; by default with a
    /// service account key.
    /// </param>
    /// <returns>An indented object with one member, <c>Systems</c>; lines end in <c>\n</c>.</returns>
    public string ToSettingsJson(bool keapApplication = false) => SandboxSettings.Render(this, keapApplication);
}
