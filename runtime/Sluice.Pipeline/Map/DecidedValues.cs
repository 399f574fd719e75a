namespace Sluice.Pipeline;

/// <summary>What people decided against, of all that stands for one thing.</summary>
/// <remarks>
/// What was decided of two records is true of a third that shows the same, whichever pairing meets it first. The
/// history tells; how a value is known differs from pairing to pairing, and so may a field's name.
/// </remarks>
internal sealed class DecidedValues(Topology topology, IStore store, NativeKeys keys)
{
    /// <param name="pairing">The pairing that knows the values so.</param>
    /// <param name="record">One of its records.</param>
    /// <param name="bases">What that agreed on with another: of these fields nothing is asked.</param>
    /// <returns>The values by fields' names.</returns>
    public async ValueTask<IReadOnlyList<(string Field, FieldValue Value)>> AgainstAsync(
        PairingDescriptor pairing, RecordId record, IReadOnlyList<FieldBase> bases)
    {
        var fields = pairing.Fields.Where(field => !bases.Any(known =>
            known.Field == field.Name && known.Mapping == Mapping.Fingerprint(field))).ToList();
        if (fields.Count == 0 || await store.DecidedAsync(record) is not { Count: > 0 } decided)
            return [];

        var against = new List<(string, FieldValue)>();
        foreach (var field in fields)
            against.AddRange(from value in await AgainstAsync(pairing, field, decided) select (field.Name, value));
        return against;
    }

    // The last word counts: what was decided against once may have been taken since.
    private async ValueTask<IReadOnlyList<FieldValue>> AgainstAsync(
        PairingDescriptor pairing, FieldDescriptor field, IReadOnlyList<HistoryEntry> newestFirst)
    {
        var (same, taken, against) = (SameAs(pairing, field), new List<FieldValue>(), new List<FieldValue>());
        foreach (var entry in newestFirst)
            if (same.GetValueOrDefault((entry.Pairing, entry.Field)) is { } decided)
            {
                var old = await keys.KnownAsync(decided, field, entry.Old);
                if (!old.IsBlank && !taken.Any(value => CanonicalForm.Same(field.Comparison, value, old)))
                    against.Add(old);
                taken.Add(await keys.KnownAsync(decided, field, entry.New));
            }

        return against;
    }

    // Pairings carry one value where they share a path, be it by way of others.
    private Dictionary<(string Pairing, string Field), FieldDescriptor> SameAs(
        PairingDescriptor pairing, FieldDescriptor field)
    {
        var same = new Dictionary<(string, string), FieldDescriptor>();
        var paths = Paths(pairing, field).ToHashSet();
        for (var before = -1; before < same.Count;)
        {
            before = same.Count;
            foreach (var other in topology.Pairings.Select(known => known.Descriptor))
                foreach (var known in other.Fields.Where(known => Paths(other, known).Any(paths.Contains)))
                    if (same.TryAdd((other.Name, known.Name), known))
                        paths.UnionWith(Paths(other, known));
        }

        return same;
    }

    private IEnumerable<(EntityName Entity, string Path)> Paths(PairingDescriptor pairing, FieldDescriptor field) =>
        from side in new[] { Side.Left, Side.Right }
        from path in field.Paths(side)
        select (topology.Physical(pairing[side].Name), path);
}
