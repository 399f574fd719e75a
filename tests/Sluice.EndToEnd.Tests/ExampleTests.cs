using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>The examples beside the given documents, told from the systems' own records before and after.</summary>
public sealed class ExampleTests(ITestOutputHelper output)
{
    // What the demo gives to the one user whom it helps to an address.
    private const string Supplied = "now.reachable@example.test";

    [Fact]
    public async Task The_examples_make_one_contact_or_company_for_each_that_lacks_it()
    {
        var (before, after) = await RunAsync();

        var users = before.All.Users.Where(user => user.InScope).ToList();
        var crm = Count(before.CrmContacts, Records.CrmEmail);
        var keap = Count(before.KeapContacts, Records.KeapEmail);
        var given = Count(users, user => Records.Folded(user.Email));
        given[""] = 0;
        var helped = after.All.Users.Single(user => Records.Folded(user.Email) == Supplied);

        // The Custom CRM gets one contact for each user, and for whoever works for a company that it got as well.
        // Whoever is helped to an address has it there, too: Keap's contact and the CRM's stand for one user.
        var alone = before.KeapContacts.Where(row =>
            Records.KeapEmail(row) is { Length: > 0 } email && given.GetValueOrDefault(email) == 0
            && !crm.ContainsKey(email)).ToList();
        Assert.InRange(alone.Count, 5, 50);
        Assert.Contains(alone, row => !IsWithACustomer(row, before, after));
        Assert.Contains(alone, row => IsWithACustomer(row, before, after));
        Same(
            users.Select(user => user.Id == helped.Id ? Supplied : Records.Folded(user.Email)).Concat(
                alone.Where(row => IsWithACustomer(row, before, after)).Select(Records.KeapEmail)),
            New(before.CrmContacts, after.CrmContacts, "Id").Select(Records.CrmEmail), "new contacts in the CRM");

        // Keap gets one for each user with an address, but for whom it has one by way of the CRM's; and one for whoever
        // was in the CRM only. Both where the two share an address: a user finds neither by itself.
        foreach (var made in Count(New(before.KeapContacts, after.KeapContacts, "id"), Records.KeapEmail))
        {
            var ofUsers = made.Key == Supplied ? 1 : given.GetValueOrDefault(made.Key);
            var ofContacts = keap.ContainsKey(made.Key) ? 0 : crm.GetValueOrDefault(made.Key);
            Assert.True(
                made.Value >= ofUsers && made.Value <= ofUsers + ofContacts,
                $"Keap got {made.Value} contacts for {made.Key}, of which there were {ofUsers} users and {ofContacts} "
                    + "contacts in the CRM only.");
        }

        foreach (var only in crm.Where(one => one.Key.Length > 0 && !keap.ContainsKey(one.Key)))
            Assert.Contains(after.KeapContacts, row => Records.KeapEmail(row) == only.Key);

        var origins = before.All.Groups.Where(group => !group.IsBuiltIn).Select(group => group.Name)
            .Concat(before.All.Organizations.Values).Select(Records.Folded).ToList();
        Same(
            origins.Concat(
                before.KeapCompanies.Where(row => IsACustomer(row, before, after))
                    .Select(row => Name(row, "company_name"))
                    .Where(name => before.CrmCustomers.All(row => Name(row, "Name") != name))),
            New(before.CrmCustomers, after.CrmCustomers, "Id").Select(row => Name(row, "Name")),
            "new customers in the CRM");

        // What the CRM got for a group is known by its name to be what Keap has of it, and stands for the group there.
        var companies = Count(before.KeapCompanies, row => Name(row, "company_name"));
        var customers = Count(before.CrmCustomers, row => Name(row, "Name"));
        var known = origins.GroupBy(name => name).Where(alike => alike.Count() == 1).Select(alike => alike.Key)
            .Where(name => companies.GetValueOrDefault(name) == 1 && !customers.ContainsKey(name)
                && !IsACustomer(before.KeapCompanies.First(row => Name(row, "company_name") == name), before, after))
            .ToHashSet();
        Same(
            origins.Where(name => !known.Contains(name)).Concat(
                before.CrmCustomers.Select(row => Name(row, "Name")).Where(name => !companies.ContainsKey(name))),
            New(before.KeapCompanies, after.KeapCompanies, "id").Select(row => Name(row, "company_name")),
            "new companies in Keap");
    }

    [Fact]
    public async Task What_the_examples_carry_is_the_same_on_both_sides_and_edits_of_either_side_reached_the_other()
    {
        var (before, after) = await RunAsync();

        var contacts = Pairs(after.CrmContacts, Records.CrmEmail, after.KeapContacts, Records.KeapEmail);
        var companies = Pairs(
            after.CrmCustomers, row => Name(row, "Name"), after.KeapCompanies, row => Name(row, "company_name"));
        Assert.InRange(contacts.Count, 50, 400);
        Assert.InRange(companies.Count, 50, 400);
        var filled = new bool[18];
        foreach (var (crm, keap) in contacts.Where(pair => !WaitsForItsCompany(pair, after)))
            Agree(
                after.OfCrmContact(crm), after.OfKeapContact(keap),
                Find(before.CrmContacts, crm, "Id") is { } was ? before.OfCrmContact(was) : null,
                Find(before.KeapContacts, keap, "id") is { } shown ? before.OfKeapContact(shown) : null, filled, 0);
        foreach (var (crm, keap) in companies)
            Agree(
                Records.OfCrmCustomer(crm), Records.OfKeapCompany(keap),
                Find(before.CrmCustomers, crm, "Id") is { } was ? Records.OfCrmCustomer(was) : null,
                Find(before.KeapCompanies, keap, "id") is { } shown ? Records.OfKeapCompany(shown) : null, filled, 7);

        // Nobody has a fax or a street; all else was compared with something in it.
        Assert.Equal([11, 13, 14], filled.Index().Where(field => !field.Item).Select(field => field.Index));

        // What a condition left out is made once it holds.
        var wanted = Assert.Single(
            after.KeapCompanies, row => Records.Text(row, "notes") == "Since today it buys from us.");
        Assert.Single(after.CrmCustomers, row => Name(row, "Name") == Name(wanted, "company_name"));

        var edited = Assert.Single(after.CrmContacts, row => Records.Text(row, "Extension") == "471");
        Assert.Single(
            after.KeapContacts, row => Records.KeapEmail(row) == Records.CrmEmail(edited)
                && Records.Text(Records.Element(row, "phone_numbers", "PHONE1"), "extension") == "471");
        var born = Assert.Single(after.KeapContacts, row => after.OfKeapContact(row)[5] == "1984-02-29");
        Assert.Single(
            after.CrmContacts, row => Records.CrmEmail(row) == Records.KeapEmail(born)
                && Records.Text(row, "Birthday") == "1984-02-29");
        Assert.Single(after.CrmCustomers, row => Records.Text(row, "Website") == "https://moved.in.keap.example");
        Assert.Single(after.KeapCompanies, row => Records.Text(row["address"], "country_code") == "SWE");
    }

    private async Task<(Records Before, Records After)> RunAsync()
    {
        await using var scene = await Scene.OpenAsync(output);
        var seed = scene.Sandbox.Seed.ToString(CultureInfo.InvariantCulture);

        var result = await scene.BareAsync(
            "demo", "--with-examples", "--json", "--seed", seed, "--write-records", scene.Path("records"));

        var told = JsonNode.Parse(result.Returned(0).LastLine)!;
        Assert.True((bool)told["converged"]!);
        Assert.Equal(0, (int)told["quietRunWrites"]!);
        Assert.Equal(12, told["pairings"]!.AsArray().Count);
        return (await Records.ReadAsync(scene.Path("records/before.json")),
            await Records.ReadAsync(scene.Path("records/after.json")));
    }

    private static bool IsWithACustomer(JsonNode contact, Records before, Records after) =>
        Records.Text(contact["company"], "id") is { } id
        && IsACustomer(before.KeapCompanies.First(row => Records.Text(row, "id") == id), before, after);

    // By name where the Custom CRM had it; else where its notes fulfil the condition of the document.
    private static bool IsACustomer(JsonNode company, Records before, Records after) =>
        before.CrmCustomers.Any(row => Name(row, "Name") == Name(company, "company_name"))
        || Records.Text(Find(after.KeapCompanies, company, "id"), "notes")
            ?.Contains("buys from us", StringComparison.OrdinalIgnoreCase) == true;

    // A company that no customer stands for, or of which nobody said which of several does, has no key that could be
    // written there.
    private static bool WaitsForItsCompany((JsonNode Crm, JsonNode Keap) pair, Records after) =>
        after.OfKeapContact(pair.Keap)[^1] is { } company && after.OfCrmContact(pair.Crm)[^1] is null
        && (after.CrmCustomers.Count(row => Name(row, "Name") == Records.Folded(company)) != 1
            || after.KeapCompanies.Count(row => Name(row, "company_name") == Records.Folded(company)) != 1);

    // Where both sides had something of their own before they met, and not the same, a person decides.
    private static void Agree(
        string?[] crm, string?[] keap, string?[]? crmBefore, string?[]? keapBefore, bool[] filled, int from)
    {
        for (var i = 0; i < crm.Length; i++)
        {
            var (here, there) = (Records.Folded(crm[i]), Records.Folded(keap[i]));
            if (here != there)
                Assert.True(
                    crmBefore is not null && keapBefore is not null && Records.Folded(crmBefore[i]) == here
                        && Records.Folded(keapBefore[i]) == there && here.Length > 0 && there.Length > 0,
                    $"Field {i}: '{here}' and '{there}' of {string.Join(", ", crm)} and {string.Join(", ", keap)}");
            else
                filled[from + i] |= here.Length > 0;
        }
    }

    // Those of whom there is one on either side.
    private static List<(JsonNode Crm, JsonNode Keap)> Pairs(
        IEnumerable<JsonNode> crm, Func<JsonNode, string> crmKey, IEnumerable<JsonNode> keap,
        Func<JsonNode, string> keapKey)
    {
        var across = keap.ToLookup(keapKey);
        return
        [
            .. from here in crm.GroupBy(crmKey)
               where here.Key.Length > 0 && here.Count() == 1 && across[here.Key].Count() == 1
               select (here.First(), across[here.Key].First()),
        ];
    }

    private static JsonNode? Find(IEnumerable<JsonNode> before, JsonNode row, string id) =>
        before.FirstOrDefault(known => Records.Text(known, id) == Records.Text(row, id));

    private static List<JsonNode> New(IReadOnlyList<JsonNode> before, IEnumerable<JsonNode> after, string id)
    {
        var known = before.Select(row => Records.Text(row, id)).ToHashSet();
        return [.. after.Where(row => !known.Contains(Records.Text(row, id)))];
    }

    private static Dictionary<string, int> Count<T>(IEnumerable<T> all, Func<T, string> key) =>
        all.GroupBy(key).ToDictionary(group => group.Key, group => group.Count());

    private static string Name(JsonNode row, string name) => Records.Folded(Records.Text(row, name));

    private static void Same(IEnumerable<string> expected, IEnumerable<string> actual, string what) => Assert.True(
        expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)),
        $"{what}: expected {string.Join(", ", expected.Order(StringComparer.Ordinal))}, got "
            + string.Join(", ", actual.Order(StringComparer.Ordinal)));
}
