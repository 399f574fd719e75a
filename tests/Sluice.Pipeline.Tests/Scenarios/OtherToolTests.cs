namespace Sluice.Pipeline.Tests;

/// <summary>Somebody else writes the same records, or puts back what we write.</summary>
public sealed class OtherToolTests
{
    [Fact]
    public async Task F42_A_tool_that_copies_what_we_create_is_noticed_within_three_rounds()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.Options.Breaker.Copies = 3;
        world.People.Add("Ada");
        world.People.Add("Bob");
        await world.GoLiveAsync();
        var copied = new HashSet<string>(StringComparer.Ordinal);

        CycleReport report = null!;
        var rounds = 0;
        do
        {
            foreach (var key in world.Users.Keys.ToList())
                if (copied.Add(key))
                    world.People.Add((string?)world.Users[key]["name"]);
            report = await world.CycleAsync(TimeSpan.FromMinutes(5));
            rounds++;
        }
        while (!report.IsBreakerOpen && rounds < 10);

        Assert.InRange(rounds, 1, 3);
        Assert.Equal(5, world.Users.Count);
        Assert.Equal(
            "1 records at once, with 5 linked: 1 new in Acme People like what was created in Beta Users before. Look "
                + "for another tool that copies new records from Beta Users to Acme People.",
            report.Pairings[0].Breaker!.Reason);

        // It stays so for as long as nobody decided, whatever the hour; what a person adds goes on.
        world.People.Add("Cy");
        for (var i = 0; i < 3; i++)
        {
            report = await world.CycleAsync(TimeSpan.FromHours(2));
            Assert.True(report.IsBreakerOpen);
        }

        Assert.Equal(6, world.Users.Count);
        await world.Store.RequestApprovalAsync(report.Pairings[0].Breaker!.Plan, world.Clock.GetUtcNow());
        Assert.Equal(1, (await world.CycleAsync()).Pairings[0].Created);
        Assert.False((await world.CycleAsync()).IsBreakerOpen);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F42_Records_that_were_there_before_and_look_alike_are_no_copies()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.Options.Breaker.Copies = 0;
        await world.GoLiveAsync();
        for (var i = 0; i < 5; i++)
            world.People.Add("Group");

        var report = await world.CycleAsync();

        Assert.False(report.IsBreakerOpen);
        Assert.Equal(5, world.Users.Count);
    }

    [Fact]
    public async Task F44_A_field_that_its_system_puts_back_three_times_is_the_systems_own()
    {
        await using var world = await LinkedAsync();
        var writes = 0;
        for (var i = 0; i < 6; i++)
        {
            world.People.Edit("p01", "phone", "1");
            await world.CycleAsync(TimeSpan.FromMinutes(5));
            writes += world.Writes.Count(call => call.System == "Beta");

            // What a nightly job computes anew.
            world.Users.Edit("u01", "phone", "0");
            await world.CycleAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(3, writes);
        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, "u01"), (item.Kind, item.Key));
        Assert.Contains("Beta Users owns phone", item.Reason, StringComparison.Ordinal);
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));

        // Either side changed anew: it is tried again.
        world.People.Edit("p01", "phone", "2");
        await world.CycleAsync();
        Assert.Equal("2", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F44_Two_systems_that_write_a_value_their_own_way_do_not_play_ball_with_it()
    {
        await using var world = await LinkedAsync();
        world.People.Normalises = stored => stored["phone"] = Digits(stored["phone"]) is { Length: 4 } four
            ? $"{four[..2]}-{four[2..]}" : Digits(stored["phone"]);
        world.Users.Normalises = stored => stored["phone"] = Digits(stored["phone"]);
        world.People.Edit("p01", "phone", "22-33");

        var writes = 0;
        for (var i = 0; i < 10; i++)
        {
            await world.CycleAsync(TimeSpan.FromMinutes(5));
            writes += world.Writes.Count();
        }

        Assert.Empty(world.Writes);
        Assert.InRange(writes, 1, 3);
        Assert.Contains("'22-33'", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
    }

    private static string Digits(System.Text.Json.Nodes.JsonNode? phone) =>
        ((string?)phone ?? "").Replace("-", "", StringComparison.Ordinal);

    private static async Task<World> LinkedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }
}
