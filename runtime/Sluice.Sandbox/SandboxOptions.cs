namespace Sluice.Sandboxes;

/// <summary>How a sandbox is set up. The same options give the same data, byte for byte.</summary>
public sealed record SandboxOptions
{
    /// <summary>What all data is made from: names, addresses, ids, order. Any number; 1 by default.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// The first of four ports in a row on 127.0.0.1: YouTrack with Hub, Keap, PowerOffice Go, Custom CRM. From 1024 to
    /// 65532; 0, the default, takes four free ports.
    /// </summary>
    public int PortBase { get; init; }

    /// <summary>
    /// Whether YouTrack keeps organizations itself, as from version 2026.1 on, and writes users and groups; Hub has no
    /// organizations then. Else, as by default, it is of version 2025.
    /// </summary>
    public bool YouTrack2026 { get; init; }

    /// <summary>
    /// How many records any page holds at most, whatever is asked for: real servers cut pages down too. 1 or more.
    /// Null, the
    /// default, means 80 for people and 25 for organisations, so that every listing takes three pages and more.
    /// </summary>
    public int? MaximumPageSize { get; init; }
}
