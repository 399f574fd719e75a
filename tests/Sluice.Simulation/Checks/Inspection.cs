using System.Globalization;
using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>Looks at the systems once everything has come to rest, and says what is wrong.</summary>
internal sealed class Inspection(World world)
{
    private readonly Routes _routes = new(world);

    public IEnumerable<Violation> Run(IReadOnlyList<OpenItem> open)
    {
        if (world.Diary.Unjournalled is { } write && !IsJournalOff())
            yield return new("I7", $"sent without a line in the journal: {write}");
        if (world.Diary.Leak is { } leak)
            yield return new("I8", $"a secret shows: {leak}");
        if (world.Desk?.Wrong is { } wrong)
            yield return new("I4", wrong);
        if (world.Asker?.Wrong is { } asked)
            yield return new("I4", asked);
        if (world.Operator?.Wrong is { } forgotten)
            yield return new("I5", forgotten);
        if (world.Reviewer?.Wrong is { } parted)
            yield return new("I3", parted);
        foreach (var (record, person) in world.Registry.DeletedByApi)
            if (world.Deletes != DeletePolicy.Propagate
                || person is { DeletedIn.Count: 0, IsRevived: false })
                yield return new("I5", $"{record} was deleted, and no user wanted it");

        foreach (var record in world.Registry.Nameless)
            yield return new("I3", $"the name of {record} was taken away, and no user did");

        var traces = world.Traces();
        foreach (var person in world.Registry.People)
            foreach (var violation in person.IsAmbiguous ? Untouched(person)
                : person.Erased.Count > 0 ? Forgotten(person, traces)
                : Of(person, open))
                yield return violation;
    }

    /// <summary>What was agreed now is what the next phase begins with.</summary>
    public void Settle(IReadOnlyList<OpenItem> open)
    {
        foreach (var person in world.Registry.People)
        {
            var records = world.RecordsOf(person);
            foreach (var field in person.Taken.Keys.Where(field => IsDecided(field, records, open)).ToList())
            {
                person.Taken.Remove(field);
                person.Disputed.Remove(field);
            }

            // What users said since may have won, and stays what may stand there for as long as a person is asked.
            foreach (var (field, taken) in person.Taken)
                taken?.UnionWith(person.SaidSince(field));

            person.Settle(field => _routes.Of(field, records));
        }
    }

    // Records of which all show the same, and about which nobody is asked, have nothing left to decide.
    private bool IsDecided(string field, IReadOnlyList<Held> records, IReadOnlyList<OpenItem> open) =>
        _routes.Of(field, records).Count == 1
        && records.Select(record => Same.Of(field, record.Row[field])).Distinct().Count() == 1
        && !open.Any(item => item.Field == field && IsAsked(item, records));

    private bool IsAsked(OpenItem item, IReadOnlyList<Held> records) =>
        item.Kind == OpenKind.Review && records.Any(record => IsAbout(item, record.System, record.Key));

    // What a journal that is switched off does not hold is no news: the damage is.
    private bool IsJournalOff() =>
        world.Without.Contains(Protection.CreateJournal) || world.Without.Contains(Protection.UpdateJournal);

    private IEnumerable<Violation> Untouched(Person person)
    {
        if (world.Registry.Written.Contains(person.Id))
            yield return new("I6", $"person {person.Id} is for a person to decide, and was written");
        if (world.RecordsOf(person).Count != world.Systems.Count + 1)
            yield return new("I6", $"person {person.Id} is for a person to decide, and has {Keys(person)}");
    }

    private IEnumerable<Violation> Forgotten(Person person, Traces traces)
    {
        if (!world.RecordsOf(person).All(record => person.Erased.Contains(record.Key)))
            yield return new("I5", $"person {person.Id} was forgotten, and has {Keys(person)}");
        if (traces.Of(person) is { } trace)
            yield return new("I8", $"person {person.Id} was forgotten, and stands in {trace}");
    }

    private IEnumerable<Violation> Of(Person person, IReadOnlyList<OpenItem> open)
    {
        var records = world.RecordsOf(person);
        var asked = open.Where(item => IsAsked(item, records)).ToList();
        if (IsHeldUp(person, records))
            Dispute(person, records);
        if (records.GroupBy(record => record.System.Name).Any(group => group.Count() > 1) && !person.IsUndecidable)
            yield return new("I2", $"person {person.Id} has {Keys(person)}");
        if (!person.IsUndecidable && records.FirstOrDefault(record => person.DeletedIn.Contains(record.System.Name))
            is { System: not null } back)
            yield return new("I5", $"person {person.Id} was deleted in {back.System.Name} and is back as {back.Key}");
        if (!person.IsUndecidable && records.FirstOrDefault(record => person.MergedIn.Contains(record.System.Name))
            is { System: not null } again)
            yield return new("I5", $"person {person.Id} was merged in {again.System.Name} and is back as {again.Key}");
        if (person is { IsUnsure: true } or { IsUndecidable: true })
            yield break;
        if (world is { Deletes: DeletePolicy.Propagate, IsRelisted: true } && person.DeletedIn.Count > 0
            && records.Count > 0 && asked.Count == 0 && !person.IsLeft)
            yield return new("I5", $"person {person.Id} was deleted, stays as {Keys(person)}, and nobody is asked");
        if (person.IsWhole && records.Count < world.Systems.Count && !IsHeldUp(person, records)
            && !IsLeftOut(person, records))
            yield return new("I1", $"person {person.Id} has only {Keys(person)}");
        if (person.IsWhole && person.Disputed.Count == 0
            && asked.Find(item => !person.IsAskedIn(item.Pairing)) is { } idle)
            yield return new("I4", $"person {person.Id} is held without a reason: {idle.Reason}");

        if (asked.Find(item => world.Reviewer?.WasLeft(item) == true) is { } left)
            yield return new("I4", $"person {person.Id} was left, and somebody is asked: {left.Reason}");
        foreach (var violation in person.Taken.Keys.Where(field => !IsGivenUp(person, field, records, open))
            .SelectMany(field => Taken(person, field, records, asked)))
            yield return violation;

        foreach (var field in Row.Fields.Where(field => !person.Disputed.Contains(field)
            && (field != "team" || !IsHeldUp(person, records)) && !IsGivenUp(person, field, records, open)))
            foreach (var violation in _routes.Of(field, records).SelectMany(group => Of(person, field, group)))
                yield return violation;
    }

    // Of what was taken and what users said since, by whichever way somebody still hears of it, the one or the other
    // stays once nobody is asked any more.
    private IEnumerable<Violation> Taken(
        Person person, string field, IReadOnlyList<Held> records, IReadOnlyList<OpenItem> asked)
    {
        if (!person.IsWhole || asked.Any(item => item.Field == field) || _routes.Of(field, records) is not [var all]
            || (field == "team" && IsHeldUp(person, records)))
            yield break;

        var shown = all.Select(record => Same.Of(field, record.Row[field])).Distinct().ToList();
        if (shown.Count > 1)
            yield return new("I1", $"person {person.Id} differs in {field}: {string.Join(" | ", shown)}");
        if (shown.Count != 1 || person.Taken[field] is not { } taken)
            yield break;

        var values = taken.Concat(person.SaidSince(field)).ToList();
        if (!values.Contains(shown[0]))
            yield return new(
                "I3", $"person {person.Id}: {field} is '{shown[0]}', and a person took {string.Join(" | ", values)}");
    }

    private IEnumerable<Violation> Of(Person person, string field, IReadOnlyList<Held> records)
    {
        var shown = records.Select(record => Same.Of(field, record.Row[field])).Distinct().ToList();
        if (shown.Count > 1)
            yield return new("I1", $"person {person.Id} differs in {field}: {string.Join(" | ", shown)}");
        if (shown.Count != 1)
            yield break;

        var systems = records.Select(record => record.System.Name).ToList();
        var said = person.Said.Where(said => said.Key.Field == field && systems.Contains(said.Key.System))
            .Select(said => said.Value)
            .Concat(person.Unseen.Where(unseen => unseen.Field == field && systems.Contains(unseen.System))
                .Select(unseen => unseen.Value)).ToList();
        said.AddRange(Before(person, field, systems, said.Count > 0));
        said.AddRange(Met(person, field, records));

        // Whoever deletes a record takes what was said there with it; and who tells two apart leaves to each what had
        // reached it before.
        var isPart = person.IsPartedNow && records.Count < world.Systems.Count;
        if (!said.Contains(shown[0]) && !isPart && person is { IsWhole: true, IsRevivedNow: false })
            yield return new(
                "I3", $"person {person.Id}: {field} is '{shown[0]}', and users said {string.Join(" | ", said)}");
    }

    // What was agreed on is over with the first edit. Where there was no way between records, they never agreed, and
    // meet for the first time when there is one: a value beats a blank, unless that is a clearing, and which of two is
    // older is not known.
    private static IEnumerable<string?> Before(Person person, string field, List<string> systems, bool isEdited)
    {
        var settled = person.Settled
            .Where(known => known.Key.Field == field && systems.Contains(known.Key.System))
            .Select(known => known.Value).ToList();
        var values = settled.Where(known => known.Value is not null || known.IsCleared)
            .Select(known => known.Value).Distinct().DefaultIfEmpty(null);
        return settled.Select(known => known.Group).Distinct().Count() > 1 ? values
            : isEdited ? []
            : settled.Select(known => known.Value).Take(1).DefaultIfEmpty(null);
    }

    // What was made by way of a pairing that does not map a field meets it when another one joins them, though a user
    // gave it a value meanwhile.
    private IEnumerable<string?> Met(Person person, string field, IReadOnlyList<Held> records) =>
        records.Any(record => !person.Settled.ContainsKey((field, record.System.Name))
            && world.Registry.IsMadeWithout(record.System, record.Key, field))
            ? records.Select(record => person.Settled.GetValueOrDefault((field, record.System.Name)))
                .Where(known => known.Value is not null || known.IsCleared).Select(known => known.Value)
            : [];

    // Whether a system drops what it accepts or somebody puts back what stood there, each time before anybody looks,
    // cannot be told: after the second time it is left alone and said so.
    private bool IsGivenUp(
        Person person, string field, IReadOnlyList<Held> records,
        IReadOnlyList<OpenItem> open) => records.Any(record =>
            person.IsPutBack(record.System.Name, field, record.Row[field])
            && open.Any(item => item.Kind == OpenKind.Waiting && item.Basis.Length > 0
                && IsAbout(item, record.System, record.Key)));

    // Whoever was ever said to be in a team that not every system has waits for it.
    private bool IsHeldUp(Person person, IReadOnlyList<Held> records) =>
        records.Select(record => record.Row.Team).OfType<string>().Select(Same.Team)
            .Concat(person.Said.Where(said => said.Key.Field == "team").Select(said => said.Value).OfType<string>())
            .Concat(person.Settled.Where(known => known.Key.Field == "team").Select(known => known.Value.Value)
                .OfType<string>())
            .Select(team => world.Registry.Find(int.Parse(team, CultureInfo.InvariantCulture)))
            .Any(team => team is { IsUnsure: true } or { IsUndecidable: true } or { IsWhole: false }
                or { GoneIn.Count: > 0 });

    // While one pairing waits for a team, its records may come to differ, and what was said in each be of an earlier
    // phase by the time they are compared for the first time: nobody knows the newer one, and a person is asked.
    private void Dispute(Person person, IReadOnlyList<Held> records)
    {
        var groups = _routes.Of("team", records);
        if (groups.All(group => group.Select(record => Same.Of("team", record.Row.Team)).Distinct().Count() == 1))
            return;

        person.Disputed.Add("team");
        person.Taken.TryAdd("team", null);
    }

    // A record that was made by way of a pairing which does not map teams is in none.
    private bool IsLeftOut(Person person, IReadOnlyList<Held> records) => !_routes.LeadFrom(
        records, record => !world.MakesForMembers || person.IsTeam || record.Row.Team is not null);

    private string Keys(Person person) => string.Join(", ", world.RecordsOf(person).Select(record => record.Key));

    private bool IsAbout(OpenItem item, SimulatedTable system, string key)
    {
        var pairing = world.Pairings.First(pairing => pairing.Descriptor.Name == item.Pairing).Descriptor;
        return system.Is(pairing[item.Side]) && item.Key == key;
    }
}
