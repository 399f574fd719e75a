namespace Sluice.Specification.Binding;

/// <summary>The two ends of a pairing, in ordinal order of system slug and entity name.</summary>
public enum SideName
{
    /// <summary>The end that sorts first.</summary>
    Left,

    /// <summary>The end that sorts last.</summary>
    Right,
}
