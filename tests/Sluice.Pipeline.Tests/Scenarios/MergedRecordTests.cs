namespace Sluice.Pipeline.Tests;

/// <summary>Systems that answer for a record that was merged into another with that other.</summary>
public sealed class MergedRecordTests
{
    [Theory]
    [InlineData(DeletePolicy.Ask)]
    [InlineData(DeletePolicy.Ignore)]
    [InlineData(DeletePolicy.Unlink)]
    [InlineData(DeletePolicy.Propagate)]
    public async Task F18_A_record_for_which_the_one_it_was_merged_into_answers_is_reviewed(DeletePolicy policy)
    {
        await using var world = await LinkedAsync(policy);
        Merge(world, "u02", "u01");

        await world.QuiesceAsync();

        Assert.Null((await world.CycleAsync()).Pairings[0].Problem);
        Assert.Empty(world.Writes);
        Assert.Equal((3, 2), (world.People.Count, world.Users.Count));
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, "p02"), (item.Kind, item.Key));
        Assert.Contains("u02 was merged into u01, which is linked to p01", item.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F18_What_is_deleted_after_a_merge_goes_across_as_ever()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        Merge(world, "u02", "u01");
        await world.QuiesceAsync();
        world.Users.Delete("u03");

        await world.QuiesceAsync();

        Assert.Equal(["p01", "p02"], world.People.Keys);
    }

    [Theory]
    [InlineData("u02")]
    [InlineData("u09")]
    public async Task F14_A_record_that_was_not_listed_either_proves_nothing_by_answering_for_others(string answers)
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.Users.Add("Token", "token@x.no", key: "u09");
        world.Users.ListsNothing = true;
        foreach (var key in world.Users.Keys.Where(key => key != answers).ToList())
            world.Users.Merged[key] = answers;
        world.Users.AnswersForMerged = true;

        var report = await world.CycleAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(world.Writes);
        Assert.Contains($"left out {answers}, which is there", report.Pairings[0].Problem, StringComparison.Ordinal);
        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Live, link.State));
    }

    [Fact]
    public async Task F57_What_is_merged_into_whoever_was_forgotten_is_gone_and_does_not_name_them()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        await world.DecideAsync(new PersonDecision(DecisionKind.Forget)
        {
            System = world.Users.Entity.System, Entity = world.Users.Entity.Entity, Key = "u01",
        });
        await world.CycleAsync();
        Merge(world, "u02", "u01");

        await world.QuiesceAsync();

        Assert.Null((await world.CycleAsync()).Pairings[0].Problem);
        var item = Assert.Single(await world.OpenAsync());
        Assert.Contains("u02 was merged into a record that is forgotten", item.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("u01", item.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F53_What_was_merged_is_no_counterpart_that_is_there_by_way_of_the_third()
    {
        await using var world = await World.CreateAsync();
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        var members = gamma["Members"];
        Pair(world, "0/1", world.People, world.Users);
        Pair(world, "0/2", world.People, members);
        await world.GoLiveAsync();
        world.People.Add("Ada", "ada@x.no");
        world.People.Add("Bob", "bob@x.no");
        await world.QuiesceAsync();
        Assert.Equal((2, 2), (world.Users.Count, members.Count));
        var (stays, goes) = (Of(members, "ada@x.no"), Of(members, "bob@x.no"));
        Merge(members, goes, stays);
        await world.QuiesceAsync();

        Pair(world, "1/2", world.Users, members);
        await world.GoLiveAsync();
        await world.QuiesceAsync();

        Assert.Equal(1, members.Count);
        Assert.DoesNotContain(await world.LinksAsync("1/2"), link => link.RightKey == goes);
    }

    private static string Of(FakeEntity entity, string email) =>
        entity.Keys.Single(key => (string?)entity[key]["email"] == email);

    private static void Pair(World world, string name, FakeEntity left, FakeEntity right) => world.With(new(
        name, left.Entity, right.Entity, ["email"], ["email", "name"], createsLeft: true, createsRight: true));

    private static void Merge(World world, string key, string into) => Merge(world.Users, key, into);

    private static void Merge(FakeEntity entity, string key, string into)
    {
        entity.Delete(key);
        entity.Merged[key] = into;
        entity.AnswersForMerged = true;
    }

    private static async Task<World> LinkedAsync(DeletePolicy policy)
    {
        var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.Options.Deletes.Set("acme-people/beta-users", policy);
        foreach (var name in new[] { "Ada", "Bob", "Cy" })
        {
            world.People.Add(name, $"{name}@x.no", "0");
            world.Users.Add(name, $"{name}@x.no", "0");
        }

        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }
}
