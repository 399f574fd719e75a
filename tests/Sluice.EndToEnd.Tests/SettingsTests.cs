using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>
/// Settings that cannot be used: what is wrong, where, how to fix it, and nothing asked of any system.
/// </summary>
public sealed class SettingsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Keap", "Token", "Systems:Keap:Token is missing", "Systems__Keap__Token")]
    [InlineData("YouTrack", "BaseAddress", "Systems:YouTrack:BaseAddress is missing", "Give YouTrack's address")]
    [InlineData(
        "Powerofficego", "SubscriptionKey", "Systems:Powerofficego:SubscriptionKey is missing",
        "Systems__Powerofficego__SubscriptionKey")]
    public async Task A_missing_setting_is_named_with_where_to_get_it(
        string system, string setting, string problem, string fix)
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.ChangeSettingsAsync(settings => settings["Systems"]![system]!.AsObject().Remove(setting));

        foreach (var verb in new[] { "plan", "doctor" })
            (await scene.SluiceAsync(verb)).Returned(1).Saying(problem, fix);

        Assert.Empty(await scene.Sandbox.LogAsync());
    }

    [Theory]
    [InlineData("Systems__Keap__Tokn", "x", "Systems:Keap:Tokn is no setting of this system", "Token")]
    [InlineData(
        "Systems__Salesforce__Token", "x", "Systems:Salesforce is no system that this host knows",
        "It knows YouTrack, Keap")]
    [InlineData(
        "Systems__Hubspot__Connector", "Rst", "Systems:Hubspot:Connector is 'Rst', which is no connector", "Give Rest")]
    [InlineData(
        "Systems__Keap__Connector", "Rest", "Systems:Keap:Connector is given, and Keap has a connector of its own",
        "Take it out")]
    [InlineData(
        "Systems__Hubspot__Connector", "Rest", "Systems:Hubspot:BaseAddress is missing",
        "Systems:Hubspot:Entities is missing. Give a section for each entity")]
    [InlineData("Pipeline__Intervall", "00:01:00", "Intervall", "Its settings are Interval")]
    [InlineData("Store__Paht", "x", "Store:Paht is no setting", "Path")]
    public async Task An_unknown_setting_is_refused_with_the_known_ones(
        string name, string value, string problem, string fix)
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.Set(name, value);

        (await scene.SluiceAsync("run", "--once")).Returned(1).Saying(problem, fix);

        Assert.Empty(await scene.Sandbox.LogAsync());
    }

    [Theory]
    [InlineData("Systems__Keap__Timeout", "soon", "Systems:Keap:Timeout is 'soon'", "give a time, as in 00:01:00")]
    [InlineData("Systems__YouTrack__PageSize", "many", "Systems:YouTrack:PageSize is 'many'", "give a whole number")]
    [InlineData("Systems__YouTrack__PageSize", "0", "Systems:YouTrack:PageSize is 0", "from 1 to 500")]
    [InlineData(
        "Systems__Customcrm__BaseAddress", "crm.example.com", "Systems:Customcrm:BaseAddress is 'crm.example.com'",
        "a web address")]
    [InlineData(
        "Systems__Customcrm__BaseAddress", "http://crm.example.com/api", "credentials would travel in the open",
        "Use https")]
    [InlineData("Systems__YouTrack__ReadOnly", "maybe", "Systems:YouTrack:ReadOnly is 'maybe'", "true or false")]
    [InlineData("Pipeline__Buffer", "0", "Pipeline:Buffer is 0", "from 1 to 64")]
    [InlineData("Pipeline__Lanes", "17", "Pipeline:Lanes is 17", "from 1 to 16")]
    [InlineData("Pipeline__Interval", "often", "Pipeline", "spec/settings.md")]
    [InlineData(
        "Pipeline__Deletes__keap-contacts/youtrack-users", "Sometimes", "keap-contacts/youtrack-users is 'Sometimes'",
        "Give Ask, Ignore, Unlink, Propagate")]
    [InlineData(
        "Pipeline__Deletes__keap-contacts/youtrack-users__Customcrm", "Ask", "names no system of its pairing",
        "Give Keap or YouTrack")]
    [InlineData(
        "Pipeline__Deletes__keap/youtrack", "Ask", "Pipeline:Deletes:keap/youtrack names no pairing",
        "keap-contacts/youtrack-users")]
    [InlineData("Pipeline__Breaker__Share", "10", "Pipeline:Breaker:Share is 10", "from 0 to 1")]
    [InlineData(
        "Pipeline__Breaker__Pairings__keap-contacts/youtrack-users__Count", "-1", "Count is -1", "from 0 to 1000000")]
    [InlineData(
        "Pipeline__Breaker__Pairings__keap__Count", "1", "Pipeline:Breaker:Pairings:keap names no pairing",
        "keap-contacts/youtrack-users")]
    [InlineData("Pipeline__Keep", "0", "Pipeline:Keep is 00:00:00", "from 1.00:00:00 to 3650")]
    [InlineData("Pipeline__Reverts", "0", "Pipeline:Reverts is 0", "from 1 to 100")]
    public async Task A_malformed_setting_is_named_with_its_form(string name, string value, string problem, string fix)
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.Set(name, value);

        (await scene.SluiceAsync("run", "--once")).Returned(1).Saying(problem, fix);

        Assert.Empty(await scene.Sandbox.LogAsync());
    }

    [Fact]
    public async Task A_key_that_no_record_has_is_told_by_the_doctor_and_is_a_failure()
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.ChangeSettingsAsync(settings => settings["Systems"]!["Ours"] = new JsonObject
        {
            ["Connector"] = "Rest",
            ["BaseAddress"] = settings["Systems"]!["Customcrm"]!["BaseAddress"]!.DeepClone(),
            ["Authentication"] = new JsonObject
            {
                ["Kind"] = "Bearer",
                ["Token"] = scene.Sandbox.Addresses.CustomCrmToken,
            },
            ["Entities"] = new JsonObject
            {
                ["Customers"] = new JsonObject
                {
                    ["List"] = "/customers?limit=7",
                    ["Get"] = "/customers/{Uuid}",
                    ["Key"] = "Uuid",
                    ["Envelope"] = new JsonObject { ["Items"] = "items" },
                },
            },
        });

        var said = (await scene.SluiceAsync("doctor")).Returned(1).Saying(
            "Ours Customers: 0 records",
            "page 1, item 5 cannot be read: It has no key that could be used: its Uuid is none.",
            "and 2 more cannot be read");
        var json = JsonNode.Parse((await scene.SluiceAsync("doctor", "--json")).Returned(1).Output)!;

        Assert.DoesNotContain("item 6", said.Output, StringComparison.Ordinal);
        var ours = json["systems"]!.AsArray().Single(system => system!["system"]!.ToString() == "Ours")!;
        Assert.Equal(7, ours["entities"]![0]!["unreadable"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(
        "Fields__powerofficego-contactperson/youtrack-user__*__Prefer", "YouTrack",
        "names no pairing; did you mean powerofficego-contactperson/youtrack-users?")]
    [InlineData(
        "Fields__powerofficego-contactperson/youtrack-users__emailAdress__Prefer", "YouTrack",
        "names no field of powerofficego-contactperson/youtrack-users; did you mean emailAddress?")]
    [InlineData(
        "Fields__powerofficego-contactperson/youtrack-users__emailAddress__Prefer", "YouTrak",
        "did you mean YouTrack?")]
    [InlineData(
        "Fields__powerofficego-contactperson/youtrack-users__emailAddress__Prefer", "Keap",
        "there are Powerofficego, YouTrack")]
    [InlineData("Fields__powerofficego-contactperson/youtrack-users__emailAddress__Conflict", "Holdd", "'Holdd'")]
    [InlineData("Preferred__keap-companies/youtrack-groups", "Kaep", "did you mean Keap?")]
    [InlineData("Region", "Norway", "give one of NO, SE, DK")]
    public async Task A_policy_that_names_nothing_is_refused_with_the_nearest_name(
        string name, string value, string problem)
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.Set("Pipeline__" + name, value);

        (await scene.SluiceAsync("run", "--once")).Returned(1).Saying("Pipeline:" + name.Split("__")[0], problem);

        Assert.Empty(await scene.Sandbox.LogAsync());
    }

    [Fact]
    public async Task All_problems_of_the_settings_are_named_at_once()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.Set("Systems__Keap__Timeout", "soon");
        scene.Set("Systems__YouTrack__PageSize", "0");

        (await scene.SluiceAsync("plan")).Returned(1).Saying("Systems:Keap:Timeout", "Systems:YouTrack:PageSize");
    }

    [Fact]
    public async Task A_settings_file_with_broken_JSON_is_named_with_the_line()
    {
        await using var scene = await Scene.OpenAsync(output);
        await File.WriteAllTextAsync(
            scene.SettingsFile, "{\n  \"Systems\": {\n    \"Keap\": { \"Token\" \"x\" }\n  }\n}\n",
            TestContext.Current.CancellationToken);

        (await scene.SluiceAsync("plan")).Returned(1).Saying("settings.json", "LineNumber: 2", "Correct the JSON");
    }

    [Fact]
    public async Task An_unknown_section_and_a_missing_file_are_named()
    {
        await using var scene = await Scene.OpenAsync(output);
        (await scene.BareAsync("plan", "--settings", "nowhere.json")).Returned(1)
            .Saying("nowhere.json does not exist", "fix:");

        await scene.ChangeSettingsAsync(settings => settings["Sytems"] = new JsonObject { ["Keap"] = "x" });
        (await scene.SluiceAsync("plan")).Returned(1).Saying("'Sytems' is no section", "The sections are Systems");
    }

    [Fact]
    public async Task A_host_without_any_system_says_where_to_begin()
    {
        await using var scene = await Scene.OpenAsync(output);

        (await scene.BareAsync("run", "--once")).Returned(1)
            .Saying("The settings name no system", "sluice sandbox --write-settings");
    }
}
