namespace Sluice.Pipeline.Tests;

/// <summary>F30 and F40: dies at every call in turn while records that refer to each other are created.</summary>
public sealed class ReferenceCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F30_F40_Dying_anywhere_while_parents_and_children_are_created_leaves_nothing_dangling(bool circle)
    {
        var last = int.MaxValue;
        for (var point = 1; point <= last; point++)
        {
            await using var world = await World.CreateAsync();
            world.With(new(
                "a-staff", Staff(world).Entity, Members(world).Entity, fields: ["name", "parent"], createsLeft: true,
                createsRight: true, parents: new(Firms(world).Entity, Companies(world).Entity)));
            world.With(new(
                "b-firms", Firms(world).Entity, Companies(world).Entity, fields: ["name", "parent"], createsLeft: true,
                createsRight: true,
                parents: circle ? new(Staff(world).Entity, Members(world).Entity) : null));
            await world.GoLiveAsync();
            var (firm, ada) = (Firms(world).Add("First"), Staff(world).Add("Ada"));
            Staff(world).Edit(ada, "parent", firm);
            if (circle)
                Firms(world).Edit(firm, "parent", ada);

            world.Points.DieAt(point);
            try
            {
                await world.CycleAsync();
                last = world.Points.Count;
            }
            catch (CrashException)
            {
                // The next process has nothing but the store.
            }

            var where = world.Points.Died ?? "nowhere";
            world.Restart();
            await world.QuiesceAsync();

            var (company, member) = (Companies(world).Keys.Single(), Members(world).Keys.Single());
            Assert.True((string?)Members(world)[member]["parent"] == company, where);
            Assert.True((string?)Companies(world)[company]["parent"] == (circle ? member : null), where);
            Assert.Equal((firm, ada), (Firms(world).Keys.Single(), Staff(world).Keys.Single()));
            Assert.True((await world.OpenAsync()).Count == 0, where);
            Assert.Empty(await world.Store.OpenIntentsAsync(null));
        }
    }

    private static FakeEntity Staff(World world) => world.Acme["Staff"];

    private static FakeEntity Firms(World world) => world.Acme["Firms"];

    private static FakeEntity Members(World world) => world.Beta["Members"];

    private static FakeEntity Companies(World world) => world.Beta["Companies"];
}
