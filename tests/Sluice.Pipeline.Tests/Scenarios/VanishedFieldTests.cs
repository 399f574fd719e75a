using System.Globalization;

namespace Sluice.Pipeline.Tests;

/// <summary>A field that many records no longer show is asked about, whichever cycle saw it.</summary>
public sealed class VanishedFieldTests
{
    private const int Records = 13;

    [Theory]
    [InlineData("the other system does not answer")]
    [InlineData("it only plans")]
    [InlineData("it is of another pairing")]
    public async Task F48_What_a_cycle_saw_vanish_is_asked_by_the_next_where_that_one_could_not(string why)
    {
        await using var world = await LinkedAsync();
        Hide(world, 12);
        if (why == "it only plans")
            await world.PlanAsync();
        else if (why == "it is of another pairing")
            await OtherPairingAsync(world);
        else
            await OtherSystemDownAsync(world);
        Assert.Empty(await world.OpenAsync());

        await world.CycleAsync();

        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, Side.Left), (item.Kind, item.Side));
        Assert.Contains("no longer show email: 12 of 13", item.Reason, StringComparison.Ordinal);
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F48_Dying_anywhere_while_values_vanish_leaves_the_question_to_be_asked()
    {
        var last = int.MaxValue;
        for (var point = 1; point <= last; point++)
        {
            await using var world = await LinkedAsync();
            Hide(world, 12);
            world.Points.DieAt(point);
            try
            {
                await world.CycleAsync();
                last = world.Points.Count;
            }
            catch (CrashException)
            {
            }

            world.Restart();
            await world.CycleAsync();
            Assert.Contains(
                "no longer show email: 12 of 13", Assert.Single(await world.OpenAsync()).Reason,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task F48_What_vanishes_from_a_few_records_at_a_time_is_asked_about_while_it_is_missing_from_many()
    {
        await using var world = await LinkedAsync();
        foreach (var hidden in new[] { 4, 8, 10 })
        {
            Hide(world, hidden);
            await world.CycleAsync();
            Assert.Empty(await world.OpenAsync());
        }

        foreach (var hidden in new[] { 11, 12, 11 })
        {
            Hide(world, hidden);
            await world.CycleAsync();
            Assert.Contains(
                $"no longer show email: {hidden} of 13", Assert.Single(await world.OpenAsync()).Reason,
                StringComparison.Ordinal);
        }

        Hide(world, 10);
        await world.CycleAsync();
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F48_What_was_blank_when_both_sides_agreed_has_not_vanished()
    {
        await using var world = await LinkedAsync(phone: null);
        world.People.Hidden.Add("phone");
        world.People.IsHidden = key => key != "p13";

        await world.CycleAsync();

        Assert.Empty(await world.OpenAsync());
    }

    // Whether a system answers is known before anything is listed only to a process that has just begun.
    private static async Task OtherSystemDownAsync(World world)
    {
        world.Restart();
        world.Beta.IsDown = true;
        Assert.True((await world.CycleAsync()).HasProblems);
        world.Beta.IsDown = false;
    }

    // The listing is of this pairing, too; the turn is not.
    private static async Task OtherPairingAsync(World world)
    {
        world.With(new("acme-people/beta-users-names", world.People.Entity, world.Users.Entity, ["name"], ["name"]));
        await world.CycleAsync(new CycleScope { Pairing = "acme-people/beta-users-names" });
    }

    private static void Hide(World world, int records)
    {
        world.People.Hidden.Add("email");
        world.People.IsHidden = key => int.Parse(key[1..], CultureInfo.InvariantCulture) <= records;
    }

    private static async Task<World> LinkedAsync(string? phone = "0")
    {
        var world = await World.CreateAsync();
        world.Copies();
        for (var i = 1; i <= Records; i++)
        {
            world.People.Add($"Name {i}", $"n{i}@x.no", phone);
            world.Users.Add($"Name {i}", $"n{i}@x.no", phone);
        }

        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }
}
