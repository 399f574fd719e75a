using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.YouTrack;
using Sluice.Generator.Tests.Contracts;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

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
