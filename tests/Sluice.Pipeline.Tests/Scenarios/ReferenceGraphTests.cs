namespace Sluice.Pipeline.Tests;

/// <summary>F30: entities that refer to others at random, with one circle, while three writes of ten fail.</summary>
public sealed class ReferenceGraphTests(ITestOutputHelper output)
{
    private const int Entities = 6;
    private const int Records = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(null)]
    public async Task F30_Whatever_refers_to_whatever_everything_is_linked_and_nothing_dangles(int? known)
    {
        var seed = known ?? Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var world = await World.CreateAsync();

        // Each entity refers to an earlier one; the first refers to the last, and closes a circle. The names say
        // nothing about the order.
        var order = Enumerable.Range(0, Entities).ToArray();
        random.Shuffle(order);
        var parents = order.Select((_, i) => i == 0 ? Entities - 1 : random.Next(i)).ToArray();
        for (var i = 0; i < Entities; i++)
            world.With(new(
                $"pairing-{order[i]}", Acme(i).Entity, Beta(i).Entity, fields: ["name", "parent"], createsLeft: true,
                createsRight: true, parents: new(Acme(parents[i]).Entity, Beta(parents[i]).Entity)));
        await world.GoLiveAsync();
        for (var i = 0; i < Entities; i++)
            for (var record = 0; record < Records; record++)
                (random.Next(2) == 0 ? Acme(i) : Beta(i)).Add($"{i}.{record}");
        for (var i = 0; i < Entities; i++)
            foreach (var side in new[] { Acme, (Func<int, FakeEntity>)Beta })
                foreach (var key in side(i).Keys.ToList())
                    if (side(parents[i]).Keys.ToList() is [_, ..] there && random.Next(5) > 0)
                        side(i).Edit(key, "parent", there[random.Next(there.Count)]);

        foreach (var entity in Enumerable.Range(0, Entities).SelectMany(i => new[] { Acme(i), Beta(i) }))
            entity.WhileSending = () =>
            {
                (entity.NextIsNotDone, entity.NextAnswerIsLost) = (random.Next(10) < 2, random.Next(10) < 1);
                return Task.CompletedTask;
            };
        for (var cycle = 0; cycle < 40; cycle++)
            await world.CycleAsync(TimeSpan.FromMinutes(1));
        foreach (var entity in Enumerable.Range(0, Entities).SelectMany(i => new[] { Acme(i), Beta(i) }))
            (entity.WhileSending, entity.NextIsNotDone, entity.NextAnswerIsLost) = (null, false, false);
        for (var cycle = 0; cycle < 10; cycle++)
            await world.CycleAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());
        for (var i = 0; i < Entities; i++)
        {
            Assert.Equal((Records, Records), (Acme(i).Count, Beta(i).Count));
            var links = await world.LinksAsync($"pairing-{order[i]}");
            Assert.Equal(Records, links.Count);
            foreach (var link in links)
                Assert.Equal(
                    Parent(Acme(i)[link.LeftKey], Acme(parents[i])),
                    Parent(Beta(i)[link.RightKey], Beta(parents[i])));
        }

        FakeEntity Acme(int number) => world.Acme[$"A{number}"];
        FakeEntity Beta(int number) => world.Beta[$"B{number}"];
    }

    private static (string?, string?) Parent(System.Text.Json.Nodes.JsonObject record, FakeEntity parents) => (
        (string?)record["name"],
        (string?)record["parent"] is { } key ? (string?)parents[key]["name"] : null);
}
