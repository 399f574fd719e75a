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

    /// <summary>
    /// The documents that say it, as they were compiled; none where the build did not put them into the assembly.
    /// </summary>
    public virtual IReadOnlyList<CompiledDocument> Documents =>
        EmbeddedDocuments.Of(GetType().Assembly, Descriptor.Document);

    /// <summary>
    /// What <c>now</c> reads in a data type. Whoever runs the pairing sets it before; it must not change while it runs.
    /// </summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>What match rule <paramref name="rule"/> compares of a record.</summary>
    public abstract MatchKey Key(Side side, int rule, object record);

    /// <summary>Whether two records are the same thing by one of the rules.</summary>
    public abstract bool Matches(object left, object right);

    /// <summary>Fills in a record's fields, in the order of the descriptor, in the target's representation.</summary>
    public abstract void Read(Side side, object record, Span<FieldValue> fields);

    /// <summary>The record with the changed fields put in; the change learns which paths that touched.</summary>
    public abstract object Write(Side side, object record, Change change);

    /// <summary>A new record of <paramref name="side"/> for one of the other side.</summary>
    public Draft Create(Side side, object origin)
    {
        if (!Wants(side, origin))
            return Draft.Unwanted;

        var draft = Make(side, origin);
        return draft.Record is { } record ? Fill(side, record, origin) : draft;
    }

    /// <summary>
    /// Whether the document's condition holds for an origin: then a record of <paramref name="side"/> is made for it.
    /// </summary>
    public virtual bool Wants(Side side, object origin) => true;

    /// <summary>
    /// Whether a hook of the pairing lets a record in. Narrows what the contract lets in; never widens it.
    /// </summary>
    public abstract bool InScope(Side side, object record);

    /// <summary>Tells one build of the pairing's mappings and hooks from another.</summary>
    public virtual Guid Build => GetType().Module.ModuleVersionId;

    /// <summary>
    /// What a value of a field refers to that has no counterpart on the side it would be written to; null where nothing
    /// is missing.
    /// </summary>
    /// <param name="target">The side it would be written to.</param>
    /// <param name="field">The field's place in the descriptor.</param>
    /// <param name="value">The value, as <see cref="Read"/> gave it.</param>
    public virtual string? Misses(Side target, int field, FieldValue value) => null;

    /// <summary>This pairing with its references translated; itself where it has none.</summary>
    /// <param name="references">What is known of links, now and whenever a record is read or written.</param>
    public Pairing Resolving(IReferences references) =>
        Descriptor.Fields.Any(field => field.Reference is not null) ? new ReferencingPairing(this, references) : this;

    /// <summary>What the hooks and the document's demands make of an origin, without what rows supply.</summary>
    internal abstract Draft Make(Side side, object origin);

    // What rows supply goes into a new record as it would go into an old one; a blank is nothing to begin with.
    private Draft Fill(Side side, object record, object origin)
    {
        if (Descriptor.Fields.Count == 0)
            return Draft.Ready(record);

        var fields = new FieldValue[Descriptor.Fields.Count];
        Read(side.Other(), origin, fields);
        var missing = Missing(side, fields);
        return missing.Length > 0
            ? Draft.Waits(missing)
            : Draft.Ready(Write(
                side, record, new Change([.. fields.Select(value => value.IsBlank ? FieldValue.Absent : value)])));
    }

    // Several fields may supply parts of what is demanded, as addresses do of a list of them: one value is enough.
    private string[] Missing(Side side, FieldValue[] values) =>
    [
        .. from field in Descriptor.Fields.Index()
           where field.Item.Demanded.Contains(side)
           group values[field.Index] by field.Item.Paths(side)[0].Split('.')[0] into demanded
           where demanded.All(value => value.IsBlank)
           select demanded.Key,
    ];
}
