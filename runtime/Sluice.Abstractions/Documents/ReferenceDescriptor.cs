namespace Sluice;

/// <summary>
/// The entities whose keys a field holds. On the left it names a record of one, on the right one of the other, and the
/// two mean the same thing where the pairing of these entities has linked them.
/// </summary>
/// <param name="Left">Whose keys stand on the left.</param>
/// <param name="Right">Whose keys stand on the right.</param>
public sealed record ReferenceDescriptor(EntityName Left, EntityName Right)
{
    /// <summary>Whose keys stand on a side.</summary>
    public EntityName this[Side side] => side == Side.Left ? Left : Right;
}
