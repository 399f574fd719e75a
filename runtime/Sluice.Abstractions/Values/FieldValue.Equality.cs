namespace Sluice;

/// <content>Equality, to the letter.</content>
public readonly partial struct FieldValue
{
    /// <inheritdoc/>
    public bool Equals(FieldValue other) =>
        Kind == other.Kind && _bits == other._bits && _nanoseconds == other._nanoseconds && Kind switch
        {
            FieldKind.Absent => true,
            FieldKind.List => Elements.AsSpan().SequenceEqual(other.Elements),
            FieldKind.Object => Members!.SequenceEqual(other.Members!),
            _ => Equals(_held, other._held),
        };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        FieldKind.Absent => 0,
        FieldKind.List => HashOf(Elements),
        FieldKind.Object => HashOf(Members!),
        _ => HashCode.Combine(Kind, _bits, _nanoseconds, _held),
    };

    /// <summary>Whether both are equal to the letter.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);

    private static int HashOf<T>(IReadOnlyList<T> items)
    {
        var hash = default(HashCode);
        foreach (var item in items)
            hash.Add(item);

        return hash.ToHashCode();
    }
}
