using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

/// <summary>What goes wrong for as long as a switch is on.</summary>
public sealed class SwitchTests
{
    private const string Company = """{"company_name":"Sun"}""";

    [Theory]
    [InlineData("youtrack", "7", null)]
    [InlineData("customcrm", "7", null)]
    [InlineData("keap", null, "Too many requests")]
    [InlineData("powerofficego", null, "Try again in 7 seconds")]
    public async Task Beyond_so_many_in_a_second_a_system_refuses_in_its_own_way(
        string system, string? retryAfter, string? words)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync(
            $$"""{"system":"{{system}}","kind":"rate-limit","perSecond":3,"retryAfter":7}""");

        var statuses = new List<Answer>();
        for (var i = 0; i < 4; i++)
            statuses.Add(await ListAsync(sandbox, system));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await ListAsync(sandbox, system);

        Assert.Equal([OK, OK, OK, TooManyRequests], statuses.Select(answer => answer.Status));
        Assert.Equal(retryAfter, statuses[3].Headers.GetValueOrDefault("Retry-After"));
        Assert.Contains(words ?? "", statuses[3].Text, StringComparison.Ordinal);
        Assert.Equal(OK, later.Status);
    }

    [Fact]
    public async Task Keap_says_that_nothing_is_left()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"rate-limit","perSecond":1}""");

        var one = await sandbox.KeapAsync(Get, "/companies").Expect(OK);
        var two = await sandbox.KeapAsync(Get, "/companies").Expect(TooManyRequests);

        Assert.Equal(("239", "0"), (
            one.Headers["x-keap-product-throttle-available"], two.Headers["x-keap-product-throttle-available"]));
    }

    [Theory]
    [InlineData("\"perSecond\":2", "29998", "0")]
    [InlineData("\"perDay\":2", "0", "238")]
    public async Task A_refusal_of_Keap_tells_what_is_left_of_the_day_and_of_the_minute(
        string limit, string ofDay, string ofMinute)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync($$"""{"system":"keap","kind":"rate-limit",{{limit}}}""");

        await sandbox.KeapAsync(Get, "/companies").Expect(OK);
        await sandbox.KeapAsync(Get, "/companies").Expect(OK);
        var refused = await sandbox.KeapAsync(Get, "/companies").Expect(TooManyRequests);

        var midnight = new DateTimeOffset(sandbox.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        Assert.Equal(
            (ofDay, ofMinute, $"{midnight.ToUnixTimeMilliseconds()}", "10ps", "minute"),
            (refused.Headers["x-keap-product-quota-available"], refused.Headers["x-keap-product-throttle-available"],
                refused.Headers["x-keap-product-quota-expiry-time"], refused.Headers["x-keap-product-spike-limit"],
                refused.Headers["x-keap-tenant-throttle-time-unit"]));
        Assert.False(refused.Headers.ContainsKey("Retry-After"));
        sandbox.Clock.Advance(midnight - sandbox.Clock.GetUtcNow());
        await sandbox.KeapAsync(Get, "/companies").Expect(OK);
    }

    [Fact]
    public async Task Answers_take_their_time_and_other_switches_act_all_the_same()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"delay","milliseconds":120}""");
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"fail-page-once"}""");

        var watch = Stopwatch.StartNew();
        await sandbox.KeapAsync(Get, "/companies").Expect(InternalServerError);
        var first = watch.Elapsed;
        await sandbox.KeapAsync(Get, "/companies").Expect(OK);

        Assert.InRange(first.TotalMilliseconds, 110, double.MaxValue);
        Assert.InRange(watch.Elapsed.TotalMilliseconds, 220, double.MaxValue);
    }

    [Fact]
    public async Task Reads_and_listings_lag_behind_what_is_written_and_edited()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"lag","seconds":5}""");
        var before = await CountAsync();

        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = (await sandbox.KeapAsync(Post, "/companies", Company).Expect(Created))["id"];
        sandbox.Clock.Advance(TimeSpan.FromSeconds(3));
        await sandbox.ControlAsync(
            Post, "_edit",
            $$"""{"system":"keap","entity":"companies","id":"{{id}}","set":{"company_name":"Moon"} }""").Expect(OK);
        await sandbox.KeapAsync(Get, $"/companies/{id}").Expect(NotFound);
        Assert.Equal(before, await CountAsync());

        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("Sun", (await sandbox.KeapAsync(Get, $"/companies/{id}").Expect(OK))["company_name"]);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("Moon", (await sandbox.KeapAsync(Get, $"/companies/{id}").Expect(OK))["company_name"]);
        Assert.Equal(before + 1, await CountAsync());

        async Task<int> CountAsync() => int.Parse(
            (await sandbox.KeapAsync(Get, "/companies").Expect(OK))["count"],
            System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_write_is_given_up_and_done_later_all_the_same()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"late-commit","seconds":20}""");

        await sandbox.KeapAsync(Get, "/companies").Expect(OK);
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.KeapAsync(Post, "/companies", Company));
        await sandbox.KeapAsync(Post, "/companies", Company).Expect(Created);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Single(await NamesakesAsync());
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, (await NamesakesAsync()).Count);
        var late = Assert.Single(
            await sandbox.LogAsync(),
            entry => entry["fault"]?.GetValue<string>() == "late-commit" && entry["committed"]!.GetValue<bool>());
        Assert.Equal(0, late["status"]!.GetValue<int>());

        async Task<IReadOnlyList<JsonNode?>> NamesakesAsync() =>
        [
            .. (await sandbox.DumpAsync())["keap"]!["companies"]!.AsArray()
                .Where(company => company!["company_name"]!.GetValue<string>() == "Sun"),
        ];
    }

    [Fact]
    public async Task While_a_listing_is_read_a_record_goes_and_another_is_passed_by()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var whole = await KeysAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"drift"}""");

        var drifted = await KeysAsync();

        Assert.True(whole.Count > 25);
        Assert.Equal([.. whole.Take(25), .. whole.Skip(26)], drifted);

        async Task<List<string>> KeysAsync()
        {
            var keys = new List<string>();
            for (; ;)
            {
                var page = (await sandbox.KeapAsync(Get, $"/companies?offset={keys.Count}").Expect(OK)).Json;
                if (page["companies"]!.AsArray() is not { Count: > 0 } companies)
                    return keys;

                keys.AddRange(companies.Select(company => company!["id"]!.ToString()));
            }
        }
    }

    [Theory]
    [InlineData("youtrack")]
    [InlineData("keap")]
    [InlineData("powerofficego")]
    [InlineData("customcrm")]
    public async Task A_page_comes_without_its_records_once(string system)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync($$"""{"system":"{{system}}","kind":"empty-page-once"}""");

        var empty = await ListAsync(sandbox, system);
        var full = await ListAsync(sandbox, system);

        Assert.Equal((0, 25), (Records(empty), Records(full)));
    }

    [Fact]
    public async Task Pages_do_not_say_where_the_next_one_is()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.NotNull((await sandbox.KeapAsync(Get, "/companies")).Json["next"]);
        Assert.Contains("X-Pagination", (await sandbox.PowerOfficeAsync(Get, "/Customers")).Headers);
        await sandbox.SwitchOnAsync("""{"kind":"missing-next"}""");

        Assert.Null((await sandbox.KeapAsync(Get, "/companies").Expect(OK)).Json["next"]);
        Assert.DoesNotContain("X-Pagination", (await sandbox.PowerOfficeAsync(Get, "/Customers")).Headers);
    }

    [Fact]
    public async Task A_property_vanishes_from_all_answers_and_not_from_the_data()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"hide","property":"company_name"}""");

        var page = await sandbox.KeapAsync(Get, "/companies").Expect(OK);
        var made = await sandbox.KeapAsync(Post, "/companies", Company).Expect(Created);

        Assert.DoesNotContain("company_name", page.Text + made.Text, StringComparison.Ordinal);
        Assert.Contains(
            (await sandbox.DumpAsync())["keap"]!["companies"]!.AsArray(),
            company => company!["company_name"]!.GetValue<string>() == "Sun");
    }

    [Fact]
    public async Task An_error_comes_in_a_shape_that_nobody_documents()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"odd-error","count":1}""");

        var odd = await sandbox.KeapAsync(Get, "/companies").Expect(BadGateway);
        await sandbox.KeapAsync(Get, "/companies").Expect(OK);

        Assert.Equal("text/plain", odd.Type);
    }

    [Theory]
    [InlineData("""{"kind":"rate-limit"}""", "perSecond or perDay")]
    [InlineData("""{"kind":"rate-limit","perSecond":1,"perDay":1}""", "perSecond or perDay")]
    [InlineData("""{"kind":"delay","milliseconds":0}""", "milliseconds")]
    [InlineData("""{"kind":"lag"}""", "seconds")]
    [InlineData("""{"kind":"late-commit"}""", "seconds")]
    [InlineData("""{"kind":"hide"}""", "property")]
    [InlineData("""{"kind":"odd-error","status":200}""", "status")]
    public async Task What_a_switch_lacks_is_said(string fault, string words)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = await sandbox.ControlAsync(Post, "_faults", fault).Expect(BadRequest);

        Assert.Contains(words, refused["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_switch_is_described()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var refused = await sandbox.ControlAsync(Post, "_faults", """{"kind":""}""").Expect(BadRequest);
        var page = await File.ReadAllTextAsync(Page(), TestContext.Current.CancellationToken);

        var kinds = refused["error"]["kind must be one of ".Length..].TrimEnd('.').Split(", ");
        Assert.True(kinds.Length > 20);
        Assert.All(kinds, kind => Assert.Contains($"| `{kind}`", page, StringComparison.Ordinal));
    }

    private static string Page([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../spec/sandbox.md"));

    private static Task<Answer> ListAsync(RunningSandbox sandbox, string system) => system switch
    {
        "youtrack" => sandbox.HubAsync(Get, "/users"),
        "keap" => sandbox.KeapAsync(Get, "/companies"),
        "customcrm" => sandbox.CrmAsync(Get, "/contacts"),
        _ => sandbox.PowerOfficeAsync(Get, "/Customers"),
    };

    private static int Records(Answer page) => (page.Json as JsonArray
        ?? page.Json.AsObject().Select(member => member.Value).OfType<JsonArray>().First()).Count;
}
