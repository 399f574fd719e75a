using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed class FaultTests
{
    private const string Company = """{"company_name":"Sun"}""";

    [Fact]
    public async Task One_page_fails_once_and_others_do_not()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"fail-page-once","page":2,"path":"contacts"}""");

        await sandbox.KeapAsync(Get, "/companies?offset=25").Expect(OK);
        await sandbox.KeapAsync(Get, "/contacts").Expect(OK);
        var failed = await sandbox.KeapAsync(Get, "/contacts?offset=25").Expect(InternalServerError);
        await sandbox.KeapAsync(Get, "/contacts?offset=25").Expect(OK);

        Assert.NotEmpty(failed["message"]);
        Assert.Equal([null, null, "fail-page-once", null],
            (await sandbox.LogAsync()).Select(entry => entry["fault"]?.GetValue<string>()));
    }

    [Theory]
    [InlineData("youtrack")]
    [InlineData("powerofficego")]
    [InlineData("customcrm")]
    public async Task The_first_page_of_any_system_can_fail(string system)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync($$"""{"system":"{{system}}","kind":"fail-page-once"}""");

        Task<Answer> List() => system switch
        {
            "youtrack" => sandbox.HubAsync(Get, "/users"),
            "customcrm" => sandbox.CrmAsync(Get, "/contacts"),
            _ => sandbox.PowerOfficeAsync(Get, "/Customers"),
        };

        await List().Expect(InternalServerError);
        await List().Expect(OK);
    }

    [Fact]
    public async Task A_write_is_committed_and_its_answer_dropped_and_reads_do_not_use_the_switch_up()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"drop-answer-once","method":"POST"}""");

        await sandbox.KeapAsync(Get, "/companies");
        await sandbox.KeapAsync(Post, "/companies", "{}").Expect(BadRequest);
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.KeapAsync(Post, "/companies", Company));
        await sandbox.KeapAsync(Post, "/companies", Company).Expect(Created);

        var log = await sandbox.LogAsync();
        Assert.Equal([200, 400, 0, 201], log.Select(entry => entry["status"]!.GetValue<int>()));
        Assert.Equal([false, false, true, true], log.Select(entry => entry["committed"]!.GetValue<bool>()));
        var companies = (await sandbox.DumpAsync())["keap"]!["companies"]!.AsArray();
        Assert.Contains(companies, company => company!["id"]!.ToString() == log[2]["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_write_is_committed_and_its_answer_held_until_the_client_goes()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"customcrm","kind":"hold-answer-once"}""");

        var waiting = sandbox.CrmAsync(Post, "/customers", """{"Name":"Sun"}""");
        IReadOnlyList<JsonNode> log;
        do
        {
            log = await sandbox.LogAsync();
        }
        while (log.Count == 0);

        Assert.False(waiting.IsCompleted);
        Assert.True(log.Single()["committed"]!.GetValue<bool>());
        Assert.Equal(0, log.Single()["status"]!.GetValue<int>());
        await sandbox.DisposeServersAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => waiting);
    }

    [Fact]
    public async Task A_status_is_answered_as_often_as_asked_with_the_wait_that_is_asked()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"youtrack","kind":"status","status":429,"retryAfter":1,"count":2}""");

        var first = await sandbox.HubAsync(Post, "/usergroups", """{"name":"x"}""").Expect(TooManyRequests);
        await sandbox.HubAsync(Get, "/users").Expect(TooManyRequests);
        await sandbox.HubAsync(Get, "/users").Expect(OK);

        Assert.Equal("1", first.Headers["Retry-After"]);
        Assert.Equal("429", first["error_code"]);
        Assert.DoesNotContain(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_page_for_people_comes_in_place_of_an_answer()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"kind":"html","count":1}""");

        var page = await sandbox.CrmAsync(Get, "/me").Expect(OK);

        Assert.Equal("text/html", page.Type);
        await sandbox.CrmAsync(Get, "/me").Expect(OK);
    }

    [Fact]
    public async Task Nothing_comes_in_place_of_an_answer_until_the_switches_are_cleared()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"powerofficego","kind":"empty"}""");

        Assert.Empty((await sandbox.PowerOfficeAsync(Get, "/Customers").Expect(OK)).Text);
        Assert.Single((await sandbox.ControlAsync(Get, "_faults")).Json.AsArray());
        await sandbox.ControlAsync(Delete, "_faults").Expect(NoContent);
        Assert.NotEmpty((await sandbox.PowerOfficeAsync(Get, "/Customers")).Text);
    }

    [Fact]
    public async Task A_body_never_ends()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"never-ends"}""");
        using var client = new HttpClient { MaxResponseContentBufferSize = 10_000 };
        client.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Addresses.KeapToken);

        // One drop is more than this client takes.
        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync($"{sandbox.Addresses.Keap}/contacts", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Credentials_are_refused_at_sign_in_and_at_a_call()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"kind":"refuse-token"}""");

        Assert.Equal("invalid_client", (await sandbox.SignInAsync().Expect(BadRequest))["error"]);
        await sandbox.KeapAsync(Get, "/contacts").Expect(Unauthorized);
        await sandbox.HubAsync(Get, "/users").Expect(Unauthorized);
        await sandbox.YouTrackAsync(Get, "/groups").Expect(Unauthorized);
        await sandbox.CrmAsync(Get, "/me").Expect(Unauthorized);
    }

    [Fact]
    public async Task The_right_to_one_entity_is_missing_and_to_others_is_not()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"kind":"right-missing","entity":"contacts"}""");
        await sandbox.SwitchOnAsync("""{"system":"youtrack","kind":"right-missing","entity":"users"}""");

        var refused = await sandbox.KeapAsync(Get, "/contacts").Expect(Forbidden);
        await sandbox.KeapAsync(Get, "/companies").Expect(OK);
        await sandbox.CrmAsync(Post, "/contacts", """{"LastName":"Moe"}""").Expect(Forbidden);
        await sandbox.HubAsync(Get, "/users").Expect(Forbidden);
        await sandbox.HubAsync(Get, "/users/me").Expect(OK);
        await sandbox.HubAsync(Get, "/usergroups").Expect(OK);

        Assert.NotEmpty(refused.Json["fault"]!["faultstring"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"kind":"gremlins"}""")]
    [InlineData("""{"kind":"html","system":"sap"}""")]
    [InlineData("""{"kind":"status"}""")]
    [InlineData("""{"kind":"right-missing"}""")]
    [InlineData("""{"kind":"html","when":"now"}""")]
    [InlineData("""{"kind":"html","count":0}""")]
    [InlineData("""{}""")]
    public async Task A_switch_that_does_not_exist_is_refused_in_words(string fault)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.NotEmpty((await sandbox.ControlAsync(Post, "_faults", fault).Expect(BadRequest))["error"]);
    }
}
