using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Stores.Sqlite;

namespace Sluice.Pipeline.Tests;

/// <summary>What is approved goes with the next run, whatever the store knew of the pairing before.</summary>
public sealed class ApprovalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-approval").FullName;

    private string StorePath => Path.Combine(_folder, "sluice.db");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F49_A_plan_that_a_new_build_made_beside_the_old_service_goes_when_it_takes_over(bool isLive)
    {
        await using var world = await World.CreateAsync(StorePath);
        world.People.Add("Ada", "ada@x.no", "1");
        world.Users.Add("Ada", "ada@x.no", null);
        world.With(Document(world, "email"));
        await (isLive ? world.GoLiveAsync() : world.CycleAsync());

        Replace(world, Document(world, "email", "phone"));
        var plan = await PlanBesideAsync(world);
        Assert.True((await ApproveAsync(world, plan)).IsApplied);

        var report = await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Equal(PairingState.Live, Assert.Single(report.Pairings).State);
    }

    [Fact]
    public async Task F49_A_document_that_the_old_service_never_saw_goes_when_the_new_one_takes_over()
    {
        await using var world = await World.CreateAsync(StorePath);
        world.Copies();
        await world.GoLiveAsync();
        var (teams, groups) = (world.Acme["Teams"], world.Beta["Groups"]);
        teams.Add("Sales", "sales@x.no");
        world.With(new("acme-teams/beta-groups", teams.Entity, groups.Entity, ["email"], ["name"], createsRight: true));

        var plan = await PlanBesideAsync(world);
        Assert.True((await ApproveAsync(world, plan)).IsApplied);

        var report = await world.CycleAsync();
        Assert.Equal(1, groups.Count);
        Assert.All(report.Pairings, pairing => Assert.Equal(PairingState.Live, pairing.State));
    }

    [Fact]
    public async Task F49_What_a_breaker_withheld_is_not_approved_any_more_where_the_whole_plan_waits()
    {
        await using var world = await World.CreateAsync();
        world.Options.Deletes.Set("acme-people/beta-users", DeletePolicy.Propagate);
        world.Copies();
        await world.LinkPeopleAsync(30);
        for (var i = 1; i <= 20; i++)
            world.People.Delete($"p{i:00}");
        var breaker = (await world.CycleAsync()).Pairings[0].Breaker!;

        // A cycle that cannot look to the end leaves what was withheld as it is.
        Replace(world, Document(world, "email"));
        world.Users.RightMissing = true;
        Assert.NotNull((await world.CycleAsync()).Pairings[0].Breaker);
        world.Users.RightMissing = false;
        world.Pairings.Clear();
        world.Copies();

        Assert.False((await ApproveAsync(world, breaker.Plan)).IsApplied);
        await world.CycleAsync();
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F49_A_plan_of_another_document_leaves_the_pairing_as_it_is_until_it_is_approved()
    {
        await using var world = await World.CreateAsync();
        world.People.Add("Ada", "ada@x.no", "1");
        world.Users.Add("Ada", "ada@x.no", null);
        world.With(Document(world, "email", "name"));
        await world.GoLiveAsync();

        Replace(world, Document(world, "email", "name", "phone"));
        var planned = await world.PlanAsync();
        Assert.Equal(PairingState.Observing, Assert.Single(planned.Pairings).State);

        // The deployment is called off.
        Replace(world, Document(world, "email", "name"));
        world.People.Edit("p01", "name", "Eve");
        Assert.Equal(PairingState.Live, Assert.Single((await world.CycleAsync()).Pairings).State);
        Assert.Equal("Eve", (string?)world.Users["u01"]["name"]);

        // And is done after all.
        Replace(world, Document(world, "email", "name", "phone"));
        Assert.True((await ApproveAsync(world, planned.Plan!.Hash)).IsApplied);
        Assert.Equal(PairingState.Live, Assert.Single((await world.CycleAsync()).Pairings).State);
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<Verdict> ApproveAsync(World world, string plan) =>
        world.DecideAsync(new PersonDecision(DecisionKind.Approve) { Plan = plan });

    // As `sluice plan` does it beside a process that owns the store.
    private async Task<string> PlanBesideAsync(World world)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        await using var copy = await SqliteStore.OpenAsync(StorePath, StoreAccess.Copy);
        var engine = new CycleRunner(
            new(world.Pairings, [world.Acme, world.Beta], [], world.Policies), copy, world.Options, world.Clock,
            NullLogger<CycleRunner>.Instance);
        var plan = (await engine.PlanAsync(null, CancellationToken.None)).Plan!.Hash;
        await copy.LeavePlanAsync(plan);
        return plan;
    }

    private static CardPairing Document(World world, params string[] fields) =>
        new("acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"], fields);

    private static void Replace(World world, CardPairing document)
    {
        world.Pairings.Clear();
        world.With(document);
    }
}
