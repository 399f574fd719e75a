namespace Sluice.Simulation;

/// <summary>Fills the systems as they are on the day the engine comes.</summary>
internal sealed class Founders(World world, Chance chance)
{
    public void Settle()
    {
        if (world.HasTeams)
            for (var i = chance.Between(2, 3); i > 0; i--)
                Add(world.Teams);
        for (var i = chance.Between(2, 5); i > 0; i--)
            Add(world.Systems);

        // Where not all pairings know people by one thing, what is ambiguous to one is plain to another.
        if (world.Matching == Matching.ByEmail)
            AddAmbiguous();
    }

    private void Add(IReadOnlyList<SimulatedTable> tables)
    {
        var systems = tables.Where(_ => chance.Happens(0.6)).ToList();
        if (systems.Count == 0)
            systems.Add(chance.Of(tables));

        // Whom nothing in any system tells to be one person is several.
        if (world.Matching == Matching.ByWayOfGamma && systems.Count == 2 && !systems.Contains(tables[2]))
            systems.Add(tables[2]);
        var person = world.Registry.Add(id => new(id) { IsTwin = systems.Count > 1, IsTeam = tables != world.Systems });
        var row = Make(person);
        var team = world.HasTeams && tables == world.Systems && chance.Happens(0.7) ? SomeTeam() : null;
        foreach (var system in systems)
        {
            var own = row with { Team = world.TeamKey(system, team) };
            if (systems.Count > 1 && chance.Happens(0.2) && world.Matching != Matching.ByPhoneToo)
                own = own with { Phone = null };
            if (systems.Count > 1 && chance.Happens(0.15))
                own = own with { Name = world.Registry.Value(person, "name", chance) };
            foreach (var field in Row.Fields.Where(field => own[field] is not null))
                person.Says(system.Name, field, own[field], world.Loop.Now);
            system.Found(own);
        }

        foreach (var field in Row.Fields)
            if (person.Said.Where(said => said.Key.Field == field).Select(said => said.Value).Distinct().Count() > 1)
                person.Disputed.Add(field);
    }

    // The teams came first.
    private Person SomeTeam() => chance.Of([.. world.Registry.People.Where(party => party.IsTeam)]);

    // Two records in one system and one in each other share an address. Whoever takes the first of them for the others'
    // counterpart fills in its telephone.
    private void AddAmbiguous()
    {
        var person = world.Registry.Add(id => new(id) { IsAmbiguous = true });
        var row = Make(person);
        world.Systems[0].Found(row with { Name = world.Registry.Value(person, "name", chance), Phone = null });
        foreach (var system in world.Systems)
            system.Found(row);
    }

    private Row Make(Person person)
    {
        var row = new Row(person.Id, null, null, null, default);
        foreach (var field in Row.Own)
            row = row.With(field, world.Registry.Value(person, field, chance));
        return row;
    }
}
