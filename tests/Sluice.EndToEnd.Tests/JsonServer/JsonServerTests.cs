using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.JsonServer;

/// <summary>
/// A system that nobody wrote a connector for, and a server that nobody here wrote: json-server, reached by the
/// example's settings, with a document of its own beside Keap.
/// </summary>
public sealed class JsonServerTests(ITestOutputHelper log, Copy copy, NodePackage package)
    : IClassFixture<Copy>, IClassFixture<NodePackage>
{
    private const string Contacts = "keap-contacts/ourcrm-contacts";
    private const string Customers = "keap-companies/ourcrm-customers";

    private static string Here => Path.Combine(Checkout.Root, "tests/Sluice.EndToEnd.Tests/JsonServer");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Customers_and_contacts_stay_in_step_with_Keap_by_settings_alone()
    {
        Assert.SkipUnless(NodePackage.IsNodeThere, NodePackage.WhyNot);
        using var host = await BuildAsync();
        await using var scene = await Scene.OpenAsync(log);
        scene.Host = host.Folder;
        var before = await scene.Sandbox.RecordsAsync();
        await using var crm = await JsonServerUnderTest.StartAsync(
            await package.ProgramAsync(), scene.Path("."), Beginning(before));
        await UseAsync(scene, crm);
        scene.SetReadOnly("YouTrack", "Powerofficego", "Customcrm");

        (await scene.SluiceAsync("doctor")).Returned(0).Saying(
            $"Ourcrm: at {crm.Address.AbsoluteUri.TrimEnd('/')}; who we are there was not asked",
            "Ourcrm Contacts: 27 records, 27 of them in scope, on 3 pages; total 27 = 27 distinct ids; read by key (1)",
            "Ourcrm Customers: 3 records, 3 of them in scope, on 1 page; total 3 = 3 distinct ids; read by key (1)");

        // A route that leads elsewhere would make whoever is listed look deleted.
        scene.Set("Systems__Ourcrm__Entities__Contacts__Get", "/people/{id}");
        (await scene.SluiceAsync("doctor")).Returned(1).Saying("1 is listed, and not found by its key.");
        scene.Unset("Systems__Ourcrm__Entities__Contacts__Get");

        await scene.ApproveAsync();
        var settled = await scene.SettleAsync();
        Assert.Equal(("live", "live"), (settled[Contacts].State, settled[Customers].State));
        await AgreeAsync(scene, crm);

        // People work on both sides.
        await crm.EditAsync("contacts", "2", new() { ["firstName"] = "Changed there" });
        await crm.EditAsync("customers", "1", new() { ["address"] = new JsonObject { ["city"] = "Hamar" } });
        await crm.AddAsync("contacts", Contact("New", "Person", "new.person@ours.example"));
        var linked = (await scene.Sandbox.RecordsAsync()).KeapContacts
            .First(row => Records.KeapEmail(row) == "p3@ours.example");
        await scene.Sandbox.EditAsync(
            "keap", "contacts", linked["id"]!.ToString(), new() { ["family_name"] = "Changed in Keap" });
        await scene.SettleAsync();

        await AgreeAsync(scene, crm);
        var (contacts, keap) = (await crm.AllAsync("contacts"), (await scene.Sandbox.RecordsAsync()).KeapContacts);
        var edited = contacts.Single(row => Email(row) == "p3@ours.example");
        Assert.Equal(("Changed in Keap", "kept"), (Text(edited, "lastName"), Text(edited, "note")));
        Assert.Single(keap, row => Records.Text(row, "given_name") == "Changed there");
        Assert.Single(keap, row => Records.KeapEmail(row) == "new.person@ours.example");

        var quiet = await scene.RunAsync();
        Assert.Equal(0, quiet.Changes);
    }

    // Twenty-five of its own, and two whom Keap has as well; the same with customers.
    private static JsonObject Beginning(Records keap)
    {
        var shared = keap.KeapContacts.Where(row => Records.KeapEmail(row).Length > 0)
            .GroupBy(Records.KeapEmail).Where(alike => alike.Count() == 1).Select(alike => alike.Single()).Take(2)
            .Select(row => Contact(
                Records.Text(row, "given_name"), Records.Text(row, "family_name"), Records.KeapEmail(row)));
        var contacts = Enumerable.Range(1, 25)
            .Select(i => Contact("Person", $"Number {i}", $"p{i}@ours.example")).Concat(shared).ToList();
        var known = keap.KeapCompanies.GroupBy(row => Records.Folded(Records.Text(row, "company_name")))
            .First(alike => alike.Key.Length > 0 && alike.Count() == 1).Single();
        List<JsonObject> customers =
        [
            new() { ["name"] = "Ours alone", ["address"] = new JsonObject { ["city"] = "Moss", ["floor"] = 3 } },
            new() { ["name"] = "Ours, too" },
            new() { ["name"] = Records.Text(known, "company_name") },
        ];
        return new() { ["contacts"] = Numbered(contacts), ["customers"] = Numbered(customers) };
    }

    private static JsonArray Numbered(IEnumerable<JsonObject> records) => new([
        .. records.Index().Select(record =>
        {
            record.Item["id"] = record.Index + 1;
            return record.Item;
        }),
    ]);

    private static JsonObject Contact(string? first, string? last, string email) =>
        new() { ["firstName"] = first, ["lastName"] = last, ["email"] = email, ["note"] = "kept" };

    private static string Email(JsonNode row) => Records.Folded(Records.Text(row, "email"));

    // Told from the systems' own records. What Keap has twice, or got from elsewhere, may be there twice as well.
    private static async Task AgreeAsync(Scene scene, JsonServerUnderTest crm)
    {
        var (contacts, customers) = (await crm.AllAsync("contacts"), await crm.AllAsync("customers"));
        var keap = await scene.Sandbox.RecordsAsync();
        Agree(
            contacts.Select(row => (Email(row), Text(row, "firstName") + "|" + Text(row, "lastName"))),
            keap.KeapContacts.Select(row => (
                Records.KeapEmail(row), Text(row, "given_name") + "|" + Text(row, "family_name"))));
        Agree(
            customers.Select(row => (Records.Folded(Text(row, "name")), Text(row["address"], "city"))),
            keap.KeapCompanies.Select(row => (
                Records.Folded(Text(row, "company_name")), Text(row["address"], "locality"))));
    }

    private static void Agree(
        IEnumerable<(string Key, string Shown)> ours, IEnumerable<(string Key, string Shown)> theirs)
    {
        var (here, there) = (ByKey(ours), ByKey(theirs));
        Assert.Equal(there.Keys.Order(StringComparer.Ordinal), here.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(here.Count, 20, 1000);
        foreach (var (key, shown) in here)
        {
            Assert.True(
                shown.Count <= there[key].Count,
                $"{key} is there {shown.Count} times, and {there[key].Count} times in Keap.");
            if (there[key].Count == 1)
                Assert.Equal((key, there[key][0]), (key, shown[0]));
            else
                Assert.DoesNotContain("ours", key, StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, List<string>> ByKey(IEnumerable<(string Key, string Shown)> records) =>
        records.Where(one => one.Key.Length > 0).GroupBy(one => one.Key)
            .ToDictionary(alike => alike.Key, alike => alike.Select(one => one.Shown).ToList());

    private static string Text(JsonNode? row, string name) => Records.Text(row, name) ?? "";

    private async Task<RebuiltHost> BuildAsync()
    {
        foreach (var document in new[] { "ourcrm-keap.rst", "keap-ourcrm.rst" })
            File.Copy(Path.Combine(Here, document), copy.Document(document), overwrite: true);
        var (exitCode, output) = await copy.BuildAsync();
        Assert.True(exitCode == 0, output);
        return new(copy.Assembly);
    }

    // The example's settings as they are, but for where the server is and how much of it may be asked.
    private static async Task UseAsync(Scene scene, JsonServerUnderTest crm)
    {
        var example = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(Checkout.Root, "runtime/Sluice.Host/appsettings.rest.example.json"), Token),
            documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!;
        var ours = example["Systems"]!["Ourcrm"]!.DeepClone();
        ours["BaseAddress"] = crm.Address.AbsoluteUri;
        ours["RequestsPerSecond"] = 10_000;
        ours["PageSize"] = 10;
        await scene.ChangeSettingsAsync(settings => settings["Systems"]!["Ourcrm"] = ours);
    }
}
