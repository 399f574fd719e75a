namespace Sluice.Pipeline;

/// <summary>What both sides of a new link agree on because one was made of the other.</summary>
/// <remarks>
/// Without it, an edit of the origin while its counterpart is being made would look like two records that never agreed.
/// </remarks>
/// <param name="Bases">What was sent, and what the new record shows of it.</param>
/// <param name="Echoes">What was written into the new record.</param>
/// <param name="IsDirty">Whether something is left to merge.</param>
internal sealed record FirstBases(IReadOnlyList<FieldBase> Bases, IReadOnlyList<Echo> Echoes, bool IsDirty)
{
    /// <param name="pairing">The pairing.</param>
    /// <param name="target">The side of the new record.</param>
    /// <param name="sent">What the origin held when the new record was made, by field.</param>
    /// <param name="created">The new record as it was last shown.</param>
    public static FirstBases Of(
        Pairing pairing, Side target, IReadOnlyDictionary<string, FieldValue> sent, Record created)
    {
        var fields = pairing.Descriptor.Fields;
        var shown = FieldReader.Read(pairing, target, created);
        var bases = new List<FieldBase>(fields.Count);
        var echoes = new List<Echo>(fields.Count);
        var isDirty = false;
        for (var i = 0; i < fields.Count; i++)
        {
            var origin = sent.GetValueOrDefault(fields[i].Name);
            var isSame = CanonicalForm.Same(fields[i].Canonical, origin, shown[i]);
            isDirty |= !isSame && !(origin.IsAbsent && shown[i].IsAbsent);

            // A blank was not sent: what the new record shows in its place is the system's own, and merged as such.
            if (origin.IsAbsent || (origin.IsBlank && !isSame))
                continue;

            var there = isSame ? shown[i] : origin;
            echoes.AddRange(fields[i].Paths(target).Select(path => new Echo(target, path, there)));
            bases.Add(new(
                fields[i].Name, target == Side.Left ? there : origin, target == Side.Left ? origin : there,
                Mapping.Fingerprint(fields[i])));
        }

        return new(bases, echoes, isDirty);
    }
}
