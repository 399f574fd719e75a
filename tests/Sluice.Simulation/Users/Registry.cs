using System.Globalization;

namespace Sluice.Simulation;

/// <summary>Who is who, and what was done to their records.</summary>
internal sealed class Registry
{
    private readonly List<Person> _people = [];
    private readonly Dictionary<(string System, string Key), Row> _made = [];
    private int _value;

    public IReadOnlyList<Person> People => _people;

    /// <summary>Records that the API deleted, and whose they were.</summary>
    public List<(string Record, Person Person)> DeletedByApi { get; } = [];

    /// <summary>Records whose name the API took away, which no user ever does.</summary>
    public List<string> Nameless { get; } = [];

    /// <summary>People whose records the API wrote.</summary>
    public HashSet<int> Written { get; } = [];

    public Person Add(Func<int, Person> make)
    {
        var person = make(_people.Count + 1);
        _people.Add(person);
        return person;
    }

    public Person Find(int id) => _people[id - 1];

    /// <summary>A value that nobody ever had, and that tells whose it is.</summary>
    public string Value(Person person, string field, Chance chance)
    {
        _value++;
        return field switch
        {
            "email" => Invariant($"{(chance.Happens(0.2) ? "P" : "p")}{person.Id}.{_value}@x.no"),
            "phone" when chance.Happens(0.3) => Invariant($"+47{person.Id:0000}{_value:0000}"),
            "phone" => Invariant($"+47 {person.Id:0000} {_value:0000}"),
            _ => Invariant($"Person {person.Id}{(chance.Happens(0.2) ? "  " : " ")}v{_value}"),
        };
    }

    /// <summary>Whose record this is, by the values in it.</summary>
    public static int PersonOf(Row row)
    {
        var text = row.Email is { } email ? email[1..email.IndexOf('.', StringComparison.Ordinal)]
            : row.Name is { } name ? name.Split(' ')[1]
            : "0";
        return int.Parse(text, CultureInfo.InvariantCulture);
    }

    public void Created(SimulatedTable system, string key)
    {
        _made[(system.Name, key)] = system.Find(key)!;
        Written.Add(system.Find(key)!.Person);
    }

    public void Updated(SimulatedTable system, string key) => Written.Add(system.Find(key)!.Person);

    public void Deleted(SimulatedTable system, string key)
    {
        var person = Find(system.Find(key)!.Person);
        person.WentIn.Add(system.Name);
        DeletedByApi.Add(($"{system.Name} {key}", person));
    }

    /// <summary>Whether the engine made a record.</summary>
    public bool IsMade(SimulatedTable system, string key) => _made.ContainsKey((system.Name, key));

    /// <summary>Whether a record still shows something of what the engine made it with.</summary>
    public bool IsRecognisable(SimulatedTable system, string key) =>
        !IsMade(system, key) || Row.Own.Any(field => IsAsMade(system, key, field));

    /// <summary>Whether a field of a record that the engine made still shows what it was made with.</summary>
    public bool IsAsMade(SimulatedTable system, string key, string field) =>
        _made[(system.Name, key)][field] is { } made
        && Same.Of(field, made) == Same.Of(field, system.Find(key)![field]);

    /// <summary>Whether the engine made a record by way of a pairing that had nothing to say of a field.</summary>
    public bool IsMadeWithout(SimulatedTable system, string key, string field) =>
        _made.TryGetValue((system.Name, key), out var made) && made[field] is null;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
