using System.Text;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace Sluice.Connectors.Tests.Sandboxes;

/// <summary>What the systems hold at first, whatever the seed.</summary>
public sealed class DataTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_dump_byte_for_byte_and_another_seed_another()
    {
        var seed = Random.Shared.NextInt64();
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");

        var first = await DumpTextAsync(seed);

        Assert.Equal(first, await DumpTextAsync(seed));
        Assert.NotEqual(first, await DumpTextAsync(seed + 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-77)]
    public async Task People_that_go_wrong_in_real_life_are_all_there(long seed)
    {
        var dump = JsonNode.Parse(await DumpTextAsync(seed))!;
        var users = dump["youtrack"]!["users"]!.AsArray().Select(user => user!).ToList();
        var emails = users.Select(Email).ToList();
        var contactPersons = dump["powerofficego"]!["contactpersons"]!.AsArray().Select(person => person!).ToList();
        var theirs = contactPersons.Select(person => person["EmailAddress"]?.GetValue<string>()).ToList();

        Assert.Single(users, user => user["guest"]!.GetValue<bool>());
        Assert.Single(users, user => user["banned"]!.GetValue<bool>());
        Assert.Equal(3, emails.Count(email => email is null));
        Assert.Single(emails, email => email?.Length == 0);
        Assert.Equal(2, users.Count(user => user["profile"]!["email"]?["verified"]!.GetValue<bool>() == false));
        Assert.Single(users, user => user["profile"]!["unverifiedEmail"] is not null);
        var shared = emails.Where(email => email is { Length: > 0 }).GroupBy(email => email!.ToUpperInvariant());
        Assert.Single(shared, same => same.Count() == 2);

        Assert.Single(theirs, email => email is null);
        Assert.Single(theirs, email => email?.Length == 0);
        Assert.Single(theirs, email => email?.EndsWith(' ') == true);
        Assert.Single(theirs, email => email is not null && !email.IsNormalized(NormalizationForm.FormC));
        var byEmail = contactPersons.GroupBy(person => person["EmailAddress"]?.GetValue<string>());
        var three = Assert.Single(byEmail, same => same.Key is not null && same.Count() == 3);
        Assert.Equal(3, three.Select(person => person["ContactId"]!.ToString()).Distinct().Count());
        Assert.Contains(three.Key, emails);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    public async Task Matches_stand_on_the_last_pages_of_both_sides(long seed)
    {
        var dump = JsonNode.Parse(await DumpTextAsync(seed))!;
        var users = dump["youtrack"]!["users"]!.AsArray().TakeLast(8).Select(user => Email(user!));
        var theirs = Names(dump["powerofficego"]!["contactpersons"]!.AsArray().TakeLast(8), "EmailAddress");

        Assert.Equal(users, theirs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    public async Task Some_companies_bear_the_names_of_groups_and_organizations_and_most_do_not(long seed)
    {
        var dump = JsonNode.Parse(await DumpTextAsync(seed))!;
        var groups = Names(dump["youtrack"]!["usergroups"]!.AsArray(), "name");
        var organizations = Names(dump["youtrack"]!["organizations"]!.AsArray(), "name");
        var companies = Names(dump["keap"]!["companies"]!.AsArray(), "company_name");
        var customers = Names(dump["customcrm"]!["customers"]!.AsArray(), "Name");

        Assert.Equal(10, companies.Intersect(groups).Count());
        Assert.Equal(6, companies.Intersect(organizations).Count());
        Assert.Equal(10, customers.Intersect(groups).Count());
        Assert.Equal(6, customers.Intersect(organizations).Count());
        Assert.All([groups, organizations, companies, customers], names => Assert.InRange(names.Count, 51, 70));
    }

    [Fact]
    public async Task Customers_are_companies_and_people_and_some_people_are_users()
    {
        var dump = JsonNode.Parse(await DumpTextAsync(1))!;
        var emails = dump["youtrack"]!["users"]!.AsArray().Select(user => Email(user!)).OfType<string>().ToHashSet();
        var customers = dump["powerofficego"]!["customers"]!.AsArray();
        var people = customers.Where(customer => customer!["IsPerson"]!.GetValue<bool>()).ToList();

        Assert.InRange(people.Count, 30, 50);
        Assert.InRange(people.Count(person => emails.Contains(person!["EmailAddress"]!.GetValue<string>())), 15, 30);
    }

    private static string? Email(JsonNode user) => user["profile"]!["email"]?["email"]?.GetValue<string>();

    private static List<string> Names(IEnumerable<JsonNode?> list, string name) =>
        [.. list.Select(item => item![name]!.GetValue<string>())];

    private static async Task<string> DumpTextAsync(long seed)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new() { Seed = seed });
        return (await sandbox.ControlAsync(Get, "_dump")).Text;
    }
}
