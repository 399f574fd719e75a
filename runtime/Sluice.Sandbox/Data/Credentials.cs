namespace Sluice.Sandboxes.Data;

/// <summary>What the sandbox takes for credentials. They open nothing else, so they need not be secret.</summary>
internal static class Credentials
{
    public const string YouTrack = "perm:c2x1aWNl.U2FuZGJveA==.works-in-the-sandbox-only";
    public const string YouTrackOnly = "perm:c2x1aWNl.WW91VHJhY2s=.not-meant-for-hub";
    public const string Keap = "KeapAK-works-in-the-sandbox-only";
    public const string KeapPersonal = "KeapPAT-works-in-the-sandbox-only";
    public const string KeapClient = "keap-client-of-the-sandbox";
    public const string KeapClientSecret = "keap-client-secret-works-in-the-sandbox-only";
    public const string ApplicationKey = "a0000000-0000-4000-8000-000000000001";
    public const string ClientKey = "c0000000-0000-4000-8000-000000000002";
    public const string SubscriptionKey = "50000000000000000000000000000003";
    public const string CustomCrm = "crm-works-in-the-sandbox-only";
}
