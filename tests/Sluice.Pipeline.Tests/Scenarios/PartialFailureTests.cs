namespace Sluice.Pipeline.Tests;

/// <summary>F32: many records at once, of which some are refused and one answer is lost.</summary>
public sealed class PartialFailureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F32_Of_a_hundred_creates_each_has_its_own_outcome_and_none_is_repeated(bool committed)
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        (world.People.PageSize, world.Users.PageSize) = (50, 50);
        for (var i = 0; i < 100; i++)
            world.People.Add($"Person {i:00}");
        world.Users.RefusesToCreate = body => (string?)body["name"] is "Person 07" or "Person 42" or "Person 77"
            ? "422: not wanted"
            : null;
        await world.ApproveAsync(await world.CycleAsync());

        // The sixtieth is the last that the system takes; of that one nobody learns what became of it.
        var sent = 0;
        world.Users.WhileSending = () =>
        {
            if (++sent == 60)
                (world.Users.NextAnswerIsLost, world.Users.NextCommitIsLate) =
                    (committed, committed ? null : TimeSpan.FromDays(1000));
            world.Beta.IsDown = sent > 60;
            return Task.CompletedTask;
        };
        await world.CycleAsync();
        Assert.Equal(committed ? 58 : 57, world.Users.Count);

        (world.Users.WhileSending, world.Beta.IsDown) = (null, false);
        await world.QuiesceAsync();

        Assert.Equal(97, world.Users.Count);
        Assert.Equal(
            world.People.Keys.Select(key => (string)world.People[key]["name"]!)
                .Except(["Person 07", "Person 42", "Person 77"]).Order(StringComparer.Ordinal),
            world.Users.Keys.Select(key => (string)world.Users[key]["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal(97, (await world.LinksAsync()).Count);
        var open = await world.OpenAsync();
        Assert.Equal(3, open.Count);
        Assert.All(open, item => Assert.Equal(OpenKind.Rejected, item.Kind));
    }
}
