namespace Sluice.Pipeline.Tests;

/// <summary>
/// F40: dies at every call to the store and to the systems in turn, before and after it took effect, and starts again.
/// </summary>
public sealed class CrashSweepTests
{
    private static readonly string[] Compared = ["name", "phone"];

    [Fact]
    public Task F40_Dying_anywhere_in_a_first_run_loses_and_repeats_nothing() =>
        SweepAsync(FirstRunAsync, (Created: 2, People: 4, Users: 4));

    [Fact]
    public Task F40_Dying_anywhere_in_a_later_run_loses_and_repeats_nothing() =>
        SweepAsync(LaterRunAsync, (Created: 1, People: 5, Users: 5));

    [Fact]
    public Task F40_Dying_anywhere_while_changes_are_listed_loses_and_repeats_nothing() =>
        SweepAsync(ChangesAsync, (Created: 1, People: 5, Users: 5));

    private static async Task SweepAsync(Func<World, Task> prepare, (int Created, int People, int Users) expected)
    {
        var last = int.MaxValue;
        var dead = 0;
        for (var point = 1; point <= last; point++)
        {
            await using var world = await World.CreateAsync();
            await prepare(world);
            var edited = Edits(world);

            world.Points.DieAt(point);
            var calls = new List<Call>();
            try
            {
                await world.CycleAsync();
                last = world.Points.Count;
            }
            catch (CrashException)
            {
                dead++;
            }

            calls.AddRange(world.Writes);
            var where = world.Points.Died ?? "nowhere";
            world.Restart();
            await QuiesceAsync(world, calls);
            await CheckAsync(world, calls, edited, expected, where);
        }

        Assert.InRange(dead, 40, int.MaxValue);
    }

    private static async Task FirstRunAsync(World world)
    {
        world.Copies(createsLeft: true, createsRight: true);
        world.People.Add("Ada", "ada@x.no", "1");
        world.Users.Add("Ada L", "ada@x.no");
        world.People.Add("Bob", "bob@x.no", "1");
        world.Users.Add("Bob", "bob@x.no", "1");
        world.People.Add("Cy", "cy@x.no");
        world.Users.Add("Dee", "dee@x.no");
        await world.ApproveAsync(await world.CycleAsync());
    }

    private static async Task LaterRunAsync(World world)
    {
        await FirstRunAsync(world);
        await world.CycleAsync();
        world.People.Edit("p02", "phone", "2");
        world.Users.Edit("u02", "name", "Robert");
        world.People.Edit("p03", "phone", "3");
        world.Users.Delete(world.Users.Keys.Last());
        world.Users.Add("Eli", "eli@x.no");
        world.Users.Edit("u01", "phone", "9");
    }

    // Now and then everything is listed, because a delete shows in nothing else.
    private static async Task ChangesAsync(World world)
    {
        world.Options.FullListing = TimeSpan.FromMinutes(2);
        foreach (var entity in new[] { world.People, world.Users })
            entity.Delta = new(entity) { TellsEveryPage = true };
        await LaterRunAsync(world);
    }

    /// <summary>What users had last said of each field, by the record's address: no run may lose it.</summary>
    private static List<(FakeEntity Entity, string Key, string Field, string? Value)> Edits(World world) =>
    [
        .. from entity in new[] { world.People, world.Users }
           from key in entity.Keys
           from field in Compared
           let value = (string?)entity[key][field]
           where value is not null
           select (entity, key, field, value),
    ];

    private static async Task QuiesceAsync(World world, List<Call> calls)
    {
        for (var quiet = 0; quiet < 3;)
        {
            var report = await world.CycleAsync(TimeSpan.FromMinutes(1));
            calls.AddRange(world.Writes);
            quiet = world.Writes.Any() ? 0 : quiet + 1;
            Assert.True(report.Run < 40, "It does not come to rest.");
        }
    }

    private static async Task CheckAsync(
        World world, List<Call> calls, List<(FakeEntity Entity, string Key, string Field, string? Value)> edited,
        (int Created, int People, int Users) expected, string where)
    {
        var links = await world.LinksAsync();

        // I2: at most one record per thing and side.
        foreach (var entity in new[] { world.People, world.Users })
            Assert.True(
                entity.Keys.Select(key => (string?)entity[key]["email"]).Distinct().Count() == entity.Count,
                $"{where}: duplicates in {entity.Entity}");
        Assert.True(links.Select(link => link.LeftKey).Distinct().Count() == links.Count, where);
        Assert.True(world.People.Count <= expected.People && world.Users.Count <= expected.Users, where);

        // I1: what is linked agrees, but for what is held.
        var held = (await world.OpenAsync()).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var link in links.Where(link => link.State == LinkState.Live && !held.Contains(link.LeftKey)))
            foreach (var field in Compared)
                Assert.True(
                    ((string?)world.People[link.LeftKey][field] ?? "")
                        == ((string?)world.Users[link.RightKey][field] ?? ""),
                    $"{where}: {link.LeftKey} and {link.RightKey} differ in {field}");

        // I3: what a user had written is still somewhere: here, where it was written.
        foreach (var (entity, key, field, value) in edited.Where(edit => edit.Entity.Keys.Contains(edit.Key)))
            if (links.FirstOrDefault(link => link.LeftKey == key || link.RightKey == key) is { } link
                && !held.Contains(link.LeftKey))
                Assert.Contains((string?)entity[key][field], Said(edited, link, field));

        // I7: and nothing stays open of what is done.
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        Assert.True(calls.Count(call => call.Kind == "create") <= expected.Created + 1, where);
        Assert.All(
            links,
            link =>
                Assert.False(link.IsDirty && !held.Contains(link.LeftKey), $"{where}: {link.LeftKey} is left dirty"));
    }

    private static IEnumerable<string?> Said(
        List<(FakeEntity Entity, string Key, string Field, string? Value)> edited, Link link, string field) =>
        edited.Where(edit => edit.Field == field && (edit.Key == link.LeftKey || edit.Key == link.RightKey))
            .Select(edit => edit.Value);
}
