namespace Sluice.Sandboxes.Data;

/// <summary>Everybody and every organisation the four systems draw on, made from the seed alone.</summary>
internal sealed class Population
{
    private const int Everybody = 230;
    private const int EveryOrganisation = 195;

    public Population(long seed)
    {
        Random = new SeededRandom(unchecked((ulong)seed));
        var names = new NameMaker(Random.Fork("names"));
        List<Person> persons = [.. Enumerable.Range(0, Everybody).Select(names.Person).Select(Special)];
        Organisations = [.. Enumerable.Range(0, EveryOrganisation).Select(names.Organisation)];
        Persons = [.. persons, .. Range(Persona.KeapOnly, Persona.KeapOnlyBelow).Select(names.Person)];
    }

    public SeededRandom Random { get; }

    public IReadOnlyList<Person> Persons { get; }

    public IReadOnlyList<Organisation> Organisations { get; }

    /// <summary>People in an order of the system's own, with those every system knows at the very end.</summary>
    public IEnumerable<Person> InOrderOf(string system, IEnumerable<int> numbers) =>
        Random.Fork(system)
            .Shuffled(numbers)
            .Concat(Enumerable.Range(0, Persona.Anchors))
            .Select(number => Persons[number]);

    public IEnumerable<Organisation> InOrderOf(string system, IEnumerable<int> numbers, IEnumerable<int> last) =>
        Random.Fork(system).Shuffled(numbers).Concat(last).Select(number => Organisations[number]);

    public static IEnumerable<int> Range(int from, int below) => Enumerable.Range(from, below - from);

    private static Person Special(Person person) => person.Number switch
    {
        Persona.Decomposed => person with { GivenName = "Andréa", Email = "andréa.lundvik@grimsund.example" },
        Persona.WithAccent => person with { GivenName = "Dalé", Email = "dalé.havnes@ardal.example" },
        Persona.WithoutAccent => person with { GivenName = "Dale", Email = "dale.havnes@ardal.example" },
        _ => person,
    };
}
