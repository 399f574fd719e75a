namespace Sluice;

/// <summary>The two ends of a pairing, in ordinal order of system slug and entity.</summary>
public enum Side
{
    /// <summary>The end that sorts first.</summary>
    Left,

    /// <summary>The end that sorts last.</summary>
    Right,
}
