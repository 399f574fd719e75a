using System.Globalization;

namespace Sluice.Simulation;

/// <summary>The API of a system: does what a call asks for, at once.</summary>
internal sealed class Api(SimulatedTable system, Registry registry, Faults faults, Loop loop)
{
    // From the engine's last look to the arrival of what it writes; no system here has conditions.
    private static readonly TimeSpan Unguarded = TimeSpan.FromSeconds(2);

    private List<string> _pages = [];

    /// <summary>Does a call's work and gives the answer.</summary>
    public (int Status, string Body) Do(Call call) => call.Kind switch
    {
        "identify" => (200, """{"id":"robot"}"""),
        "list" => (200, call.Since is null ? List(call) : ListChanged(call)),
        "newest" => (200, RowJson.Newest(system.List().Max(row => (DateTimeOffset?)row.Value.Modified))),
        "read" when call.IsMerged => (200, RowJson.MergedInto(system.MergedInto(call.Key!))),
        "read" when call.Reference is { } reference => (200, Holders(reference)),
        "read" => Show(call.Key!),
        "create" => Create(call),
        "update" => Update(call),
        "delete" => Delete(call.Key!),
        _ => (405, "{}"),
    };

    /// <summary>Notes whose values a late write takes the place of: no engine can have told.</summary>
    public void Overwrites(Call call)
    {
        if (call.Kind == "update" && system.Find(call.Key!) is { } row)
            Overwrite(row, RowJson.Put(row, call.Body), _ => true);
    }

    private void Overwrite(Row row, Row changed, Predicate<DateTimeOffset?> isMeant)
    {
        var person = registry.Find(row.Person);
        foreach (var field in Row.Fields.Where(field => changed[field] != row[field]))
            if (isMeant(person.SaidAt(system.Name, field)))
                person.Overwritten(system.Name, field);
    }

    private string List(Call call)
    {
        var shown = system.List();
        var keys = shown.Select(row => row.Key).ToList();
        if (call.Offset > 0 && !keys.SequenceEqual(_pages))
            faults.Count(Fault.PageDrift);
        if (system.Hidden is null && shown.Any(row => row.Value != system.Find(row.Key)))
            faults.Count(Fault.IndexLag);
        _pages = keys;
        return RowJson.Page(shown.Skip(call.Offset).Take(call.Limit), shown.Count);
    }

    private string ListChanged(Call call)
    {
        var since = DateTimeOffset.Parse(call.Since!, CultureInfo.InvariantCulture);
        var shown = system.ListChanged(since, call.After).ToList();
        return RowJson.Page(shown.Take(call.Limit), shown.Count);
    }

    private string Holders(string reference)
    {
        var shown = system.List().Where(row => row.Value.Reference == reference).ToList();
        return RowJson.Page(shown, shown.Count);
    }

    private (int, string) Show(string key) =>
        system.Read(key) is { } row ? (200, RowJson.Of(key, row)) : (404, """{"message":"no such record"}""");

    private (int, string) Create(Call call)
    {
        if (call.Reference is { } reference && system.Has(reference))
            return (400, """{"message":"the reference is in use"}""");

        var row = RowJson.Put(new(0, null, null, null, default), call.Body) with { Reference = call.Reference };
        var key = system.Add(row with { Person = Registry.PersonOf(row) }, byApi: true);
        registry.Created(system, key);
        return (201, Answer(key, row));
    }

    private (int, string) Update(Call call)
    {
        if (system.Find(call.Key!) is not { } row)
            return (404, """{"message":"no such record"}""");

        var changed = RowJson.Put(row, call.Body);
        Overwrite(row, changed, said => loop.Now - said < Unguarded + call.Slept);
        system.Put(call.Key!, changed, byApi: true);
        registry.Updated(system, call.Key!);
        if (row.Name is not null && changed.Name is null)
            registry.Nameless.Add($"{system.Name} {call.Key}");
        return (200, Answer(call.Key!, changed));
    }

    private (int, string) Delete(string key)
    {
        if (system.Find(key) is null)
            return (404, """{"message":"no such record"}""");

        registry.Deleted(system, key);
        system.Remove(key, byApi: true);
        return (204, "");
    }

    // A new record is shown as it was made even by a system that takes its time: its answer has nothing older to show.
    private string Answer(string key, Row sent)
    {
        var now = system.Find(key)!;
        var shown = system.Read(key) ?? now;
        if (shown != now && system.Hidden is null)
            faults.Count(Fault.Unsettled);
        if (Row.Fields.Any(field => now[field] != sent[field]))
            faults.Count(Fault.Normalised);
        return RowJson.Of(key, shown);
    }
}
