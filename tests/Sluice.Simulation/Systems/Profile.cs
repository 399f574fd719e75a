namespace Sluice.Simulation;

/// <summary>How a system behaves.</summary>
internal sealed record Profile
{
    /// <summary>How long a change may take to show in listings.</summary>
    public TimeSpan IndexLag { get; init; }

    /// <summary>How long a write through the API may take to show at all.</summary>
    public TimeSpan Settling { get; init; }

    /// <summary>How far its clock is from the engine's.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>To what its time stamps are cut.</summary>
    public TimeSpan Resolution { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Whether it can also list what changed.</summary>
    public bool ListsChanges { get; init; }

    /// <summary>Whether it also says how many records there are.</summary>
    public bool Counts { get; init; }

    /// <summary>
    /// Whether its records bear a reference of the client's, each another one, by which they are found.
    /// </summary>
    public bool KeepsReferences { get; init; }

    /// <summary>How it writes what it is given.</summary>
    public Func<string, string?, string?> Normalises { get; init; } = (_, value) => value;

    public int PageSize { get; init; } = 3;
}
