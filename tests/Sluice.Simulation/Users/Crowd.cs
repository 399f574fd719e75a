namespace Sluice.Simulation;

/// <summary>The users of all three systems, who neither know nor wait for the engine.</summary>
internal sealed class Crowd(World world, Chance chance)
{
    private bool _isActing;

    /// <summary>How often users did something.</summary>
    public int Edits { get; private set; }

    /// <summary>Whether they work at all.</summary>
    public bool IsAwake { get; set; }

    /// <summary>Whether they leave alone what the engine has not joined yet.</summary>
    public bool IsCareful { get; set; } = true;

    /// <summary>
    /// Whether they change what is most telling in a record that was made and is not linked yet, as soon as they see
    /// it: rare enough by itself that whole ways of the engine would hardly be gone.
    /// </summary>
    public bool Rewrites { get; init; }

    /// <summary>Acts now and then for as long as the run lasts.</summary>
    public void Begin(TimeSpan pause) => world.Loop.After(pause * (chance.Fraction() * 2), () =>
    {
        Act();
        Begin(pause);
    });

    /// <summary>Acts at a place where the engine waits, in a few of all cases.</summary>
    public void Meddle()
    {
        if (IsAwake && chance.Happens(0.004))
            Act();
    }

    private void Act()
    {
        // A user's own doing is no place where users act.
        if (!IsAwake || _isActing)
            return;

        _isActing = true;
        Edits++;
        if (Rewrites && Orphan() is { } orphan)
            Rewrite(orphan.System, orphan.Key);
        else
            Some();
        _isActing = false;
    }

    private void Some()
    {
        var system = chance.Of(world.HasTeams && chance.Happens(0.2) ? world.Teams : world.Systems);
        var dice = chance.Below(100);
        if (dice < 12)
            Hire(system);
        else if (Pick(system) is { } record)
            if (dice < 18 && !HasMembers(system, record.Key))
                Delete(system, record.Key, record.Value);
            else if (dice == 18 && world.Merges && !HasMembers(system, record.Key))
                Merge(system, record.Key, record.Value);
            else
                Edit(system, record.Key, record.Value, chance.Of(FieldsOf(system)));
    }

    // Nobody takes away a team while somebody is in it.
    private bool HasMembers(SimulatedTable table, string key) => table.IsTeams
        && world.Systems.Single(system => system.Name == table.Name).Live.Any(member => member.Value.Team == key);

    private (SimulatedTable System, string Key)? Orphan()
    {
        foreach (var system in world.Tables)
            foreach (var (key, row) in system.Live)
                if (world.Registry.IsMade(system, key) && world.Registry.IsAsMade(system, key, "email")
                    && !world.IsLinked(system, key) && !IsLeftAlone(world.Registry.Find(row.Person)))
                    return (system, key);

        return null;
    }

    private void Rewrite(SimulatedTable system, string key)
    {
        foreach (var field in Row.Own.Where(field => field != "name"))
            Edit(system, key, system.Find(key)!, field);
    }

    private KeyValuePair<string, Row>? Pick(SimulatedTable system)
    {
        var records = system.Live.Where(record => !IsLeftAlone(world.Registry.Find(record.Value.Person))).ToList();
        return records.Count == 0 ? null : chance.Of(records);
    }

    private bool IsLeftAlone(Person person) => person.IsAmbiguous || (IsCareful && person.IsTwin);

    private void Hire(SimulatedTable system)
    {
        var person = world.Registry.Add(id => new(id) { IsTeam = system.IsTeams });
        var row = new Row(person.Id, null, null, null, default);
        foreach (var field in FieldsOf(system).Where(field => field is "name" or "email" || chance.Happens(0.7)))
        {
            row = row.With(field, Value(system, person, field));
            person.Says(system.Name, field, row[field], world.Loop.Now);
        }

        var key = system.Add(row, byApi: false);
        world.Hints?.Tell(system, key);
        world.Diary.Note($"user adds {system.Name} {key} {row}");
    }

    private void Edit(SimulatedTable system, string key, Row row, string field)
    {
        var person = world.Registry.Find(row.Person);

        // Whether a user set it so or a write of ours of the same arrived late cannot be told by anybody.
        var clears = field is "phone" or "team" && chance.Happens(0.25) && !world.Diary.HasTried(key, field, null);
        var value = clears ? null : Value(system, person, field);
        if (world.Diary.HasTried(key, field, value))
            return;

        if (world.Registry.IsMade(system, key) && row.Reference is null && !world.IsLinked(system, key))
            person.IsUnsure = true;
        system.Put(key, row.With(field, value), byApi: false);
        world.Hints?.Tell(system, key);
        if (person.IsUnsure && !world.Registry.IsRecognisable(system, key))
            person.IsUndecidable = true;

        // Who says what stands there says nothing that anybody could see.
        if (Same.Of(field, value) != Same.Of(field, row[field]))
            person.Says(system.Name, field, value, world.Loop.Now);
        world.Diary.Note($"user sets {field} of {system.Name} {key} to '{value}'");
    }

    private IReadOnlyList<string> FieldsOf(SimulatedTable system) =>
        world.HasTeams && !system.IsTeams ? Row.Fields : Row.Own;

    private string? Value(SimulatedTable system, Person person, string field)
    {
        if (field != "team")
            return world.Registry.Value(person, field, chance);

        var teams = world.TeamsOf(system).Live.ToList();
        return teams.Count == 0 ? null : chance.Of(teams).Key;
    }

    private void Delete(SimulatedTable system, string key, Row row)
    {
        world.Registry.Find(row.Person).DeletedIn.Add(system.Name);
        Leave(system, key, row);
        system.Remove(key, byApi: false);
        world.Diary.Note($"user deletes {system.Name} {key}");
    }

    // The record that stays is as it was: who merges two takes none of the values of the one that goes.
    private void Merge(SimulatedTable system, string key, Row row)
    {
        var others = system.Live.Where(other => other.Key != key && other.Value.Person != row.Person).ToList();
        if (others.Count == 0)
            return;

        var into = chance.Of(others).Key;
        world.Registry.Find(row.Person).MergedIn.Add(system.Name);
        Leave(system, key, row);
        system.Merge(key, into);
        world.Faults.Count(Fault.MergedRecord);
        world.Diary.Note($"user merges {system.Name} {key} into {into}");
    }

    private void Leave(SimulatedTable system, string key, Row row)
    {
        var person = world.Registry.Find(row.Person);
        person.Forget(system.Name);
        person.Lost.Add(new(new(system.Name, system.Entity), key));
        world.Reviewer?.Lost(person, system.Name);
        if (world.Registry.IsMade(system, key) && !world.IsLinked(system, key))
            person.IsUndecidable = true;
        world.Hints?.Tell(system, key);
    }
}
