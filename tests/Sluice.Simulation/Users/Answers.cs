using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>What a person says who is asked about a record, and knows whose it is.</summary>
internal sealed class Answers(World world, Chance chance)
{
    private readonly Dictionary<(string Pairing, Side Side, string Key), Person> _people = [];
    private readonly Dictionary<(Person Person, string Field), string> _winners = [];

    /// <summary>The answer to a question; null where there is none, or the record is gone.</summary>
    public PersonDecision? To(OpenItem item)
    {
        var pairing = world.Pairings.Single(known => known.Descriptor.Name == item.Pairing).Descriptor;
        if (world.Tables.Single(known => known.Is(pairing[item.Side])).Find(item.Key) is not { } row)
            return null;

        var person = world.Registry.Find(row.Person);
        if (person is { IsAmbiguous: true } or { IsUndecidable: true } or { Erased.Count: > 0 })
            return null;

        _people[(item.Pairing, item.Side, item.Key)] = person;
        return item.Cause switch
        {
            OpenCause.Candidates or OpenCause.Made when person.IsUnsure => Link(item, pairing, person),
            _ when person.IsUnsure => null,
            OpenCause.Gone => About(item, chance.Happens(0.7) ? DecisionKind.Again : DecisionKind.Leave),
            OpenCause.Parted => chance.Happens(0.2) ? About(item, DecisionKind.Leave) : null,
            OpenCause.Differing when person.Disputed.Contains(item.Field) => Take(item, pairing, person),
            _ => null,
        };
    }

    /// <summary>Whose record it is that something was decided about; it may be gone by now.</summary>
    public Person Of(string pairing, Side side, string key) => _people[(pairing, side, key)];

    // Of two systems that differ in what a third should say neither is right.
    private PersonDecision? Take(OpenItem item, PairingDescriptor pairing, Person person)
    {
        var winner = Winner(person, item.Field);
        return pairing.Left.System != winner && pairing.Right.System != winner ? null
            : About(item, DecisionKind.Take) with
            {
                Field = item.Field,
                Winner = pairing.Left.System == winner ? Side.Left : Side.Right,
                LeftValue = item.Left.ToStored(),
                RightValue = item.Right.ToStored(),
            };
    }

    // Of what may be meant, or made, what is the same person's and stands for nobody else is it.
    private PersonDecision? Link(OpenItem item, PairingDescriptor pairing, Person person)
    {
        var table = world.Tables.Single(known => known.Is(pairing[item.Side.Other()]));
        var keys = item.Cause == OpenCause.Candidates
            ? world.Store.CandidatesAsync(item.Pairing, item.Side, item.Key).Value()
                .Where(candidate => !candidate.IsLinked).Select(candidate => candidate.Key)
            : world.Store.OpenIntentsAsync(item.Pairing).Value()
                .Where(create => create.Side == item.Side.Other() && create.OriginKey == item.Key)
                .SelectMany(create => create.Suspects);
        return keys.FirstOrDefault(key => table.Find(key)?.Person == person.Id) is not { } theirs ? null
            : new(DecisionKind.Link)
            {
                Pairs =
                [
                    item.Side == Side.Left
                        ? new(item.Pairing, item.Key, theirs)
                        : new(item.Pairing, theirs, item.Key),
                ],
            };
    }

    private string Winner(Person person, string field)
    {
        var systems = world.Tables.Where(table => table.Live.Any(record => record.Value.Person == person.Id))
            .Select(table => table.Name).ToList();
        return _winners.GetValueOrDefault((person, field)) is { } known && systems.Contains(known)
            ? known
            : _winners[(person, field)] = chance.Of(systems);
    }

    private static PersonDecision About(OpenItem item, DecisionKind kind) =>
        new(kind) { Pairing = item.Pairing, Side = item.Side, Key = item.Key };
}
