namespace Sluice;

/// <summary>
/// Two entities that stay in step, as the engine sees them. Generated code derives from <see
/// cref="Pairing{TLeft,TRight}"/>,
/// which seals the casts; nothing here throws for bad data.
/// </summary>
public abstract class Pairing
{
    private protected Pairing()
    {
    }

    /// <summary>What the documents say.</summary>
    public abstract PairingDescriptor Descriptor { get; }

    /// <summary>What match rule <paramref name="rule"/> compares of a record.</summary>
    public abstract MatchKey Key(Side side, int rule, object record);

    /// <summary>Whether two records are the same thing by one of the rules.</summary>
    public abstract bool Matches(object left, object right);

    /// <summary>Fills in a record's fields, in the order of the descriptor, in the target's representation.</summary>
    public abstract void Read(Side side, object record, Span<FieldValue> fields);

    /// <summary>The record with the changed fields put in; the change learns which paths that touched.</summary>
    public abstract object Write(Side side, object record, Change change);

    /// <summary>A new record of <paramref name="side"/> for one of the other side.</summary>
    public abstract Draft Create(Side side, object origin);

    /// <summary>
    /// Whether a hook of the pairing lets a record in. Narrows what the contract lets in; never widens it.
    /// </summary>
    public abstract bool InScope(Side side, object record);
}
