namespace Sluice.Pipeline;

/// <summary>How a conflict is decided.</summary>
public enum ConflictKind
{
    /// <summary>The later edit wins where the times are disjoint; else the preferred side.</summary>
    Latest,

    /// <summary>The preferred side wins.</summary>
    Prefer,

    /// <summary>Nobody wins: a person decides.</summary>
    Hold,
}
