namespace Sluice;

/// <summary>What both sides of a link showed of a field when they last agreed.</summary>
/// <param name="Field">The field's name: its target path.</param>
/// <param name="Left">The raw value on the left.</param>
/// <param name="Right">The raw value on the right.</param>
/// <param name="Mapping">The fingerprint of the field's mapping at that time.</param>
public sealed record FieldBase(string Field, FieldValue Left, FieldValue Right, string Mapping)
{
    /// <summary>Which edit both sides agreed on: see <see cref="Mark.Version"/>. 0 where that is not known.</summary>
    public long Version { get; init; }

    /// <summary>The value of one side.</summary>
    public FieldValue this[Side side] => side == Side.Left ? Left : Right;
}
