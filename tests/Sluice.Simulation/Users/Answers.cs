using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>What a person says who is asked about a record, and whose it is.</summary>
internal sealed class Answers(World world, Chance chance)
{
    private readonly Dictionary<(string Pairing, Side Side, string Key), Person> _people = [];

    /// <summary>The answer to a question; null where there is none, or the record is gone.</summary>
    public PersonDecision? To(OpenItem item)
    {
        var table = world.Tables.Single(known => known.Is(Side(item)));
        if (table.Find(item.Key) is not { } row)
            return null;

        var person = world.Registry.Find(row.Person);
        _people[(item.Pairing, item.Side, item.Key)] = person;
        return person.IsAmbiguous || person.Erased.Count > 0 ? null : item.Cause switch
        {
            OpenCause.Gone when !person.IsUnsure && !person.IsUndecidable => new(
                chance.Happens(0.7) ? DecisionKind.Again : DecisionKind.Leave)
            {
                Pairing = item.Pairing,
                Side = item.Side,
                Key = item.Key,
            },
            _ => null,
        };
    }

    /// <summary>Whose record it is that something was decided about; it may be gone by now.</summary>
    public Person Of(string pairing, Side side, string key) => _people[(pairing, side, key)];

    private SideDescriptor Side(OpenItem item) =>
        world.Pairings.Single(pairing => pairing.Descriptor.Name == item.Pairing).Descriptor[item.Side];
}
