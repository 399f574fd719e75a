namespace Sluice.Simulation;

/// <summary>Which ways there are between somebody's records: for a field's values, and for new records.</summary>
internal sealed class Routes(World world)
{
    /// <summary>
    /// The records between which a field's values can go, by way of others, too; those of which none can reach the
    /// other are apart.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Held>> Of(string field, IReadOnlyList<Held> records)
    {
        var groups = records.Select(record => new List<Held> { record }).ToList();
        foreach (var pairing in world.Pairings.Where(pairing => Maps(pairing, field)))
            foreach (var left in records.Where(record => record.System.Is(pairing.Descriptor.Left)))
                foreach (var right in records.Where(record => record.System.Is(pairing.Descriptor.Right)))
                    if (Joins(pairing.Descriptor, left, right))
                        Join(Group(left), Group(right));

        return groups;

        List<Held> Group(Held record) => groups.Find(group => group.Contains(record))!;

        void Join(List<Held> one, List<Held> other)
        {
            if (one == other)
                return;

            one.AddRange(other);
            groups.Remove(other);
        }
    }

    /// <summary>
    /// Whether all pairings that carry a field, but one, know the records for one and have nothing left to look at, or
    /// ask which value is meant.
    /// </summary>
    public bool HaveMet(string field, IReadOnlyList<Held> records, string? but = null) => world.Pairings
        .Where(pairing => Maps(pairing, field)).Select(pairing => pairing.Descriptor)
        .Where(pairing => pairing.Name != but)
        .All(pairing => records.Where(record => record.System.Is(pairing.Left))
            .All(left => records.Where(record => record.System.Is(pairing.Right))
                .All(right => LinkOf(pairing, left, right) is { State: LinkState.Live } link
                    && (!link.IsDirty || IsAsked(link, field)))));

    /// <summary>Whether a pairing makes a record of somebody's in a system that has none, where it may.</summary>
    public bool LeadFrom(IReadOnlyList<Held> records, Predicate<Held> isWanted) => world.Pairings.Any(pairing =>
        Maps(pairing, "name") && !WaitsForAnswer(pairing.Descriptor, records) && Sides.Any(made =>
            pairing.Descriptor[made].Creation != Creation.Never
            && !records.Any(record => record.System.Is(pairing.Descriptor[made]))
            && records.Any(record => record.System.Is(pairing.Descriptor[made.Other()]) && isWanted(record))));

    private static Side[] Sides { get; } = [Side.Left, Side.Right];

    // What wants a record for each links what is the same by way of others; what makes none goes by its rules alone,
    // and knows those for good who agreed by them once.
    private bool Joins(PairingDescriptor pairing, Held left, Held right) =>
        LinkOf(pairing, left, right) is not null
        || (!ArePartedIn(pairing, left, right) && !IsGoneIn(pairing, [left]) && MayJoin(pairing, left, right));

    private static bool MayJoin(PairingDescriptor pairing, Held left, Held right) =>
        Sides.Any(side => pairing[side].Creation != Creation.Never)
        || pairing.Rules.Any(rule => left.Row[rule.Left] is { } value && right.Row[rule.Right] is { } other
            && Same.Of(rule.Left, value) == Same.Of(rule.Right, other));

    private Link? LinkOf(PairingDescriptor pairing, Held left, Held right) =>
        world.Store.FindLinkAsync(pairing.Name, Side.Left, left.Key).Value()?.Link is { } link
            && link.RightKey == right.Key ? link : null;

    private bool IsAsked(Link link, string field) =>
        world.Store.OpenItemsAsync(link.Pairing).Value().Any(item =>
            item.Cause == OpenCause.Differing && item.Field == field && link.Key(item.Side) == item.Key);

    private bool ArePartedIn(PairingDescriptor pairing, Held left, Held right) =>
        world.Registry.Find(left.Row.Person).PartedIn.Contains((pairing.Name, left.Key, right.Key));

    // What stands for a record that is gone is not joined with the one that was made again for another, and nothing
    // is made for it; whether it ever stood for that one here is the store's to know.
    private bool IsGoneIn(PairingDescriptor pairing, IReadOnlyList<Held> records) =>
        records.Any(record => world.Registry.Find(record.Row.Person).GoneIn.Contains(pairing.Name));

    // What knows nobody by itself makes nobody while those by way of whom it does have yet to be told.
    private bool WaitsForAnswer(PairingDescriptor pairing, IReadOnlyList<Held> records) => IsGoneIn(pairing, records)
        || (pairing.Rules.Count == 0
            && records.Any(record => world.Registry.Find(record.Row.Person).GoneIn.Count > 0));

    private static bool Maps(Pairing pairing, string field) =>
        pairing.Descriptor.Fields.Any(known => known.Name == field);
}
