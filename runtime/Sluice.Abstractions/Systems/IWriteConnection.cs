namespace Sluice;

/// <summary>The writing half of a configured system. What only reads is never given one.</summary>
public interface IWriteConnection
{
    /// <summary>The system's name, as its contracts declare it.</summary>
    string System { get; }

    /// <summary>What can be written, one sink per entity.</summary>
    IReadOnlyList<ISink> Sinks { get; }
}
