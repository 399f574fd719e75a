using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.YouTrack;
using Sluice.Generator.Tests.Contracts;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;
using Project = Sluice.Generator.Tests.Harness.Project;

namespace Sluice.Generator.Tests.Documents;

/// <summary>Two records match exactly where a key of theirs agrees, whatever they hold.</summary>
public sealed class KeyAgreementTests(ITestOutputHelper output)
{
    private static readonly string?[] Texts =
        [
            null, "", "  ", "ann@example.test", "ANN@Example.test ", "a\u030ann@example.test", "\u00e5nn@example.test",
            "+47 98 76", "+479876", "x", "X",
        ];

    [Fact]
    public void Keys_and_matches_agree_in_the_given_documents()
    {
        var random = Seeded();
        Check<ContactPerson, HubUser>(
            Pairing("Sluice.Flows.PowerofficegoYouTrack.ContactpersonUsers"), random,
            () => new() { EmailAddress = Text(random) }, () => User(random));
        Check<Customer, HubUser>(
            Pairing("Sluice.Flows.PowerofficegoYouTrack.CustomersPersonUsers"), random,
            () => new() { EmailAddress = Text(random) }, () => User(random));
    }

    [Fact]
    public void Keys_and_matches_agree_where_there_are_many_rules()
    {
        var random = Seeded();
        var generation = new Project().Document("alpha-beta.rst", Of("Alpha", "Beta", Section(
            "Alpha Persons", "Beta Clients", Before,
            ["mail.address|EmailAddress", "mail backup|EmailAddress", "phone|Phone", "class|Code"], []))).Run();
        Check<Person, Client>(
            generation.Load("Sluice.Flows.AlphaBeta.PersonsClients"),
            random,
            () => new()
            {
                Mail = random.Next(3) == 0 ? null : new()
                {
                    Address = Text(random), IsVerified = random.Next(3) switch { 0 => true, 1 => false, _ => null },
                },
                Backup = Text(random),
                Phone = Text(random),
                @class = Text(random) ?? "",
            },
            () => new() { EmailAddress = Text(random), Phone = Text(random), Code = Text(random) });
    }

    [Fact]
    public void Keys_and_matches_agree_in_lists_and_in_values_of_other_types()
    {
        var random = Seeded();
        Check<Reading, Measure>(
            Measures(
                "tags|text", "phones.number|tags", "phones.code|phones.code", "total|note", "day|at",
                "phones.number (Dependant on having x in phones.code)|phones.code (Dependant on having X in "
                + "phones.number)"),
            random,
            () => new()
            {
                Text = Text(random), Note = random.Next(3) == 0 ? Text(random) : $"{random.Next(40)}.0",
                Tags = [.. Texts(random)], Phones = [.. Phones(random)],
                At = random.Next(3) == 0 ? null : At(random),
            },
            () => new()
            {
                Text = Text(random), Tags = [.. Texts(random)], Phones = [.. Phones(random)],
                Total = random.Next(3) == 0 ? null : random.Next(40),
                Day = random.Next(3) == 0 ? null : DateOnly.FromDateTime(At(random).UtcDateTime),
            });

        static DateTimeOffset At(Random random) => new(2026, 1, random.Next(1, 29), 12, 0, 0, TimeSpan.Zero);

        static IEnumerable<string> Texts(Random random) =>
            Enumerable.Range(0, random.Next(3)).Select(_ => Text(random) ?? "");

        static IEnumerable<MeasurePhone> Phones(Random random) => Enumerable.Range(0, random.Next(3)).Select(_ =>
            new MeasurePhone { Number = Text(random), Code = Text(random), IsOpen = random.Next(2) == 0 });
    }

    [Fact]
    public void One_element_that_both_lists_have_is_a_match_wherever_it_stands() => Assert.Multiple(
        () => Assert.True(Match("tags|tags", new() { Tags = ["a", "b"] }, new() { Tags = ["c", "b"] })),
        () => Assert.True(Match("phones.number|text", new() { Phones = [new(), Number("7")] }, new() { Text = "7" })),
        () => Assert.False(Match("tags|tags", new() { Tags = ["a", "b"] }, new() { Tags = ["ab", ""] })),
        () => Assert.False(Match("tags|tags", new() { Tags = [""] }, new() { Tags = [" "] })));

    [Fact]
    public void An_element_of_a_list_counts_only_where_what_is_beside_it_says_so()
    {
        MeasurePhone open = new() { Code = "1", IsOpen = true }, closed = open with { IsOpen = false };

        Assert.True(Match("phones.code|text", new() { Phones = [closed, open] }, new() { Text = "1" }));
        Assert.False(Match("phones.code|text", new() { Phones = [closed, new()] }, new() { Text = "1" }));
        Assert.False(
            Match("phones.code|text", new() { Phones = [closed with { IsOpen = null }] }, new() { Text = "1" }));
    }

    [Fact]
    public void A_value_counts_only_where_what_it_depends_on_holds_in_the_same_element()
    {
        const string Mobile = "phones.number (Dependant on having mobile in phones.name)|text";
        const string Code = "phones.code (Dependant on having mobile in phones.name)|text";
        MeasurePhone fax = new() { Name = "fax", Number = "1", Code = "1", IsOpen = true };
        var mobile = fax with { Name = "mobile", Number = "2", Code = "2" };

        Assert.True(Match(Mobile, new() { Phones = [fax, mobile] }, new() { Text = "2" }));
        Assert.False(Match(Mobile, new() { Phones = [fax, mobile] }, new() { Text = "1" }));
        Assert.True(Match(Code, new() { Phones = [fax, mobile] }, new() { Text = "2" }));
        Assert.False(Match(Code, new() { Phones = [fax, mobile] }, new() { Text = "1" }));
        Assert.False(Match(Code, new() { Phones = [mobile with { IsOpen = false }] }, new() { Text = "2" }));
        Assert.True(Match("note (Dependant on having NO in country)|text", In("NO"), new() { Text = "n" }));
        Assert.False(Match("note (Dependant on having NO in country)|text", In("SE"), new() { Text = "n" }));
        Assert.False(Match("note|text (Dependant on having NO in country)", In("NO"), new() { Text = "n" }));

        static Measure In(string country) => new() { Note = "n", Country = country };
    }

    [Fact]
    public void Numbers_days_and_points_in_time_match_however_a_text_writes_them()
    {
        var at = new DateTimeOffset(2026, 2, 3, 12, 0, 0, TimeSpan.FromHours(1));

        Assert.True(Match("count|text", new() { Count = 5 }, new() { Text = "5.0" }));
        Assert.True(Match("price|weight", new() { Price = 2.50m }, new() { Weight = 2.5 }));
        Assert.True(Match("day|text", new() { Day = new(2026, 2, 3) }, new() { Text = "2026-02-03" }));
        Assert.True(Match("at|text", new() { At = at }, new() { Text = "2026-02-03T11:00:00Z" }));
        Assert.True(Match("active|text", new() { IsActive = true }, new() { Text = "true" }));
        Assert.False(Match("count|text", new() { Count = 5 }, new() { Text = "five" }));
        Assert.False(Match("count|count", new(), new()));
        Assert.False(Match("at|text", new() { At = at }, new() { Text = "2026-02-03T12:00:00Z" }));
    }

    private static bool Match(string rule, Measure measure, Reading reading) =>
        Measures(rule).Matches(reading, measure);

    private static MeasurePhone Number(string number) => new() { Number = number };

    private static Pairing Measures(params string[] rules)
    {
        var generation = new Project().Document(
            "gamma-delta.rst",
            Of("Gamma", "Delta", Section("Gamma Measures", "Delta Readings", Before, rules, []))).Run();
        Assert.Empty(generation.Problems);
        Assert.Empty(generation.CompilerMessages);
        return generation.Load("Sluice.Flows.DeltaGamma.ReadingsMeasures");
    }

    private static void Check<TLeft, TRight>(Pairing pairing, Random random, Func<TLeft> left, Func<TRight> right)
        where TLeft : class
        where TRight : class
    {
        var matches = 0;
        for (var i = 0; i < 5000; i++)
        {
            var (one, other) = (left(), right());
            var byKeys = Enumerable.Range(0, pairing.Descriptor.Rules.Count)
                .Any(rule => pairing.Key(Side.Left, rule, one).Agrees(pairing.Key(Side.Right, rule, other)));
            Assert.Equal(byKeys, pairing.Matches(one, other));
            matches += byKeys ? 1 : 0;
        }

        Assert.InRange(matches, 1, 4999);
    }

    private Random Seeded()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return new(seed);
    }

    private static HubUser User(Random random) => new()
    {
        Profile = random.Next(4) == 0 ? null : new()
        {
            Email = random.Next(4) == 0
                ? null
                : new() { Email = Text(random), Verified = random.Next(3) switch { 0 => null, 1 => false, _ => true } },
        },
    };

    private static Pairing Pairing(string type) =>
        Sluice.Flows.Catalogue.Pairings.Single(pairing => pairing.GetType().FullName == type);

    private static string? Text(Random random) => Texts[random.Next(Texts.Length)];
}
