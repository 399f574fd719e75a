using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>
/// Tells two records of somebody apart that are one thing, once at most, and says later that they are the same.
/// </summary>
internal sealed class Partings(World world, Chance chance)
{
    private (Person Person, KeyPair Pair)? _chosen;
    private bool _areApart;

    /// <summary>The first write or link between two records that are told apart.</summary>
    public string? Wrong { get; private set; }

    /// <summary>What is decided now; null where nothing is.</summary>
    public PersonDecision? Decide()
    {
        if (_chosen is not { } chosen)
            return chance.Happens(0.05) && Choose() is { } pair ? Of(pair, DecisionKind.Unlink) : null;

        // Who links what is linked already, or gone by now, is told so; nobody names whom they had forgotten.
        return chosen.Person.Erased.Count == 0 && chance.Happens(_areApart ? 0.1 : 0.03)
            ? Of(chosen.Pair, DecisionKind.Link)
            : null;
    }

    /// <summary>A decision about two records was applied.</summary>
    public void Applied(DecisionEffect effect)
    {
        if (_chosen is not var (person, pair))
            return;

        if (effect is PairParted parted && IsOf(parted.Link.Link, pair))
        {
            _areApart = true;
            person.PartedIn.Add((pair.Pairing, pair.Left, pair.Right));
            person.IsPartedNow = true;
            world.Faults.Count(Fault.PartedRecords);
        }
        else if (effect is PairLinked linked && IsOf(linked.Link.Link, pair))
        {
            _areApart = false;
            person.PartedIn.Clear();
            Meet(person, pair);
        }
    }

    /// <summary>The engine stored something.</summary>
    public void Stored(object?[]? args)
    {
        if (!_areApart || _chosen is not var (_, pair))
            return;

        if (args is [Intent { TargetKey: not null } write] && write.Pairing == pair.Pairing
            && (write.Side == Side.Left ? (write.TargetKey, write.OriginKey) : (write.OriginKey, write.TargetKey))
                == (pair.Left, pair.Right))
            Wrong ??= $"{pair.Left} and {pair.Right} were told apart, and are written: {write.Body}";
        else if (args is [NewLink { Link: var link }] && IsOf(link, pair))
            Wrong ??= $"{pair.Left} and {pair.Right} were told apart, and are linked by {pair.Pairing}";
    }

    // What both show now may be two values of which nobody knows the newer one.
    private void Meet(Person person, KeyPair pair)
    {
        var fields = world.Pairings.Single(pairing => pairing.Descriptor.Name == pair.Pairing).Descriptor.Fields;
        foreach (var field in fields)
        {
            person.Disputed.Add(field.Name);
            person.Taken[field.Name] = null;
        }
    }

    private KeyPair? Choose()
    {
        var pairing = chance.Of(world.Pairings).Descriptor;
        var pairs =
            from linked in world.Store.LinksAsync(pairing.Name, 0, int.MaxValue).Value()
            let link = linked.Link
            where link.State == LinkState.Live
            let left = world.Tables.Single(table => table.Is(pairing.Left)).Find(link.LeftKey)
            let right = world.Tables.Single(table => table.Is(pairing.Right)).Find(link.RightKey)
            where left is not null && right is not null
            let person = world.Registry.Find(left.Person)
            where MayPart(person) && AreOne(person)
            select (person, new KeyPair(pairing.Name, link.LeftKey, link.RightKey));
        if (pairs.ToList() is [_, ..] all)
            _chosen = chance.Of(all);
        return _chosen?.Pair;
    }

    // Where nothing else says that the two are one thing, they are two from then on, and each gets others of its own.
    private bool AreOne(Person person) =>
        world.RecordsOf(person) is var records && records.Count == world.Systems.Count
        && Row.Fields.All(field => new Routes(world).HaveMet(field, records));

    private static bool MayPart(Person person) => person is
    {
        IsTeam: false, IsAmbiguous: false, IsUnsure: false, IsUndecidable: false, IsWhole: true, Erased.Count: 0,
        Disputed.Count: 0, GoneIn.Count: 0,
    };

    private static PersonDecision Of(KeyPair pair, DecisionKind kind) => new(kind) { Pairs = [pair] };

    private static bool IsOf(Link link, KeyPair pair) =>
        (link.Pairing, link.LeftKey, link.RightKey) == (pair.Pairing, pair.Left, pair.Right);
}
