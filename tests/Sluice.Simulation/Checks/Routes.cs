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
        {
            var joined = groups.FindAll(group => group.Exists(record => Ends(pairing).Any(record.System.Is)));
            groups.RemoveAll(joined.Contains);
            groups.Add([.. joined.SelectMany(group => group)]);
        }

        groups.RemoveAll(group => group.Count == 0);
        return groups;
    }

    /// <summary>Whether a pairing makes a record of somebody's in a system that has none, as far as it is let.</summary>
    public bool LeadFrom(IReadOnlyList<Held> records, Predicate<Held> isWanted) => world.Pairings.Any(pairing =>
        Maps(pairing, "name") && Sides.Any(made =>
            pairing.Descriptor[made].Creation != Creation.Never
            && !records.Any(record => record.System.Is(pairing.Descriptor[made]))
            && records.Any(record => record.System.Is(pairing.Descriptor[made.Other()]) && isWanted(record))));

    private static Side[] Sides { get; } = [Side.Left, Side.Right];

    private static IEnumerable<SideDescriptor> Ends(Pairing pairing) => Sides.Select(side => pairing.Descriptor[side]);

    private static bool Maps(Pairing pairing, string field) =>
        pairing.Descriptor.Fields.Any(known => known.Name == field);
}
