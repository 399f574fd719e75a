namespace Sluice.Pipeline;

/// <summary>What both sides of a new link agree on because one was made of the other.</summary>
/// <remarks>
/// Without it, an edit of the origin while its counterpart is being made would look like two records that never agreed.
/// </remarks>
/// <param name="Bases">What was sent, and what the new record shows of it.</param>
/// <param name="Marks">What both records show.</param>
/// <param name="IsDirty">Whether something is left to merge.</param>
internal sealed record FirstBases(IReadOnlyList<FieldBase> Bases, IReadOnlyList<Mark> Marks, bool IsDirty)
{
    /// <param name="pairing">The pairing.</param>
    /// <param name="target">The side of the new record.</param>
    /// <param name="origin">The physical record it was made of.</param>
    /// <param name="sent">What that held when the new record was made, by field.</param>
    /// <param name="versions">Which edits these values are; a blank that clears nothing is none.</param>
    /// <param name="created">The new record as it was last shown.</param>
    /// <param name="rules">How the fields are compared.</param>
    /// <param name="mayDiffer">Whether it may have been edited by then, as what was found later.</param>
    public static FirstBases Of(
        Pairing pairing, Side target, RecordId origin, IReadOnlyDictionary<string, FieldValue> sent,
        IReadOnlyDictionary<string, long> versions, Record created, IReadOnlyList<FieldRule> rules,
        bool mayDiffer)
    {
        var fields = pairing.Descriptor.Fields;
        var shown = FieldReader.Read(pairing, target, created);
        var bases = new List<FieldBase>(fields.Count);
        var marks = new List<Mark>(fields.Count * 2);
        var isDirty = false;
        for (var i = 0; i < fields.Count; i++)
        {
            var value = sent.GetValueOrDefault(fields[i].Name);
            var isSame = CanonicalForm.Same(rules[i].Comparison, value, shown[i]);
            isDirty |= !isSame && !(value.IsAbsent && shown[i].IsAbsent);

            // A blank was not sent: what the new record shows in its place is the system's own, and merged as such.
            // Later it may as well be somebody's edit, and the origin's another: these two are no strangers.
            if (value.IsAbsent || (value.IsBlank && !isSame && !mayDiffer))
                continue;

            var there = isSame ? shown[i] : value;
            var version = versions.GetValueOrDefault(fields[i].Name);
            if (version > 0 || !value.IsBlank)
            {
                marks.AddRange(Provenance.Marks(origin, fields[i], target.Other(), value, version, isCopy: false));
                marks.AddRange(Provenance.Marks(created.Identity, fields[i], target, there, version, isCopy: true));
            }

            bases.Add(new(
                fields[i].Name, target == Side.Left ? there : value, target == Side.Left ? value : there,
                Mapping.Fingerprint(fields[i]))
            {
                Version = version,
            });
        }

        return new(bases, marks, isDirty);
    }
}
