namespace Sluice;

/// <summary>Knows which keys across a pairing are the same thing.</summary>
public interface IReferences
{
    /// <summary>
    /// The left key of what a right key is linked with; null where that is not linked, as far as is known.
    /// </summary>
    string? LeftKeyOf(ReferenceDescriptor reference, string rightKey);

    /// <summary>
    /// The key on a side of what a left key stands for, to be written there; null where there is no such record.
    /// </summary>
    string? KeyOn(ReferenceDescriptor reference, Side side, string leftKey);
}
