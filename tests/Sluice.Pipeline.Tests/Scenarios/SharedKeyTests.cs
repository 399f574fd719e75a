namespace Sluice.Pipeline.Tests;

/// <summary>Match keys that several records share: who is whom, only a person can say.</summary>
public sealed class SharedKeyTests(ITestOutputHelper output)
{
    private const string Pairing = "acme-people/beta-users";

    // An address as people type it.
    private static readonly string[] Spellings = ["INFO@{0}.no", " info@{0}.no", "info@{0}.NO ", "Info@{0}.no"];

    [Theory]
    [InlineData(50, 1)]
    [InlineData(1, 50)]
    [InlineData(50, 50)]
    [InlineData(50, 10)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    public async Task F20_Groups_that_share_an_address_are_a_review_each_and_link_nobody_and_make_nobody(
        int people, int users)
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true, createsLeft: true);
        (world.People.PageSize, world.Users.PageSize) = (7, 7);
        string[] groups = ["one", "two", "three"];
        var members = new Dictionary<string, (List<string> People, List<string> Users)>();
        foreach (var group in groups)
            members[group] = (
                [.. Enumerable.Range(0, people).Select(i => world.People.Add($"Member {i}", Spelled(group, i)))],
                [.. Enumerable.Range(0, users).Select(i => world.Users.Add($"Member {i}", Spelled(group, i + 1)))]);
        for (var i = 0; i < 20; i++)
        {
            world.People.Add($"Alone {i}", $"alone{i}@x.no");
            world.Users.Add($"Alone {i}", $"ALONE{i}@x.no");
        }

        await world.GoLiveAsync();

        Assert.Equal(20, (await world.LinksAsync()).Count);
        Assert.Equal((20 + (3 * people), 20 + (3 * users)), (world.People.Count, world.Users.Count));
        var asked = await world.OpenAsync();
        Assert.Equal(3 * (people + users), asked.Count);
        Assert.All(asked, item => Assert.Equal(OpenCause.Candidates, item.Cause));
        foreach (var (own, across) in members.Values)
        {
            await CandidatesAsync(world, Side.Left, own, across);
            await CandidatesAsync(world, Side.Right, across, own);
        }

        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));

        // One of a group is linked by hand: the others stay as they were, and so do the other groups.
        await world.LinkAsync(members["two"].People[0], members["two"].Users[0]);
        await world.CycleAsync();
        Assert.Equal(21, (await world.LinksAsync()).Count);
        Assert.Equal(3 * (people + users) - 2, (await world.OpenAsync()).Count);

        // Who gets an address of their own is a question no more.
        world.People.Edit(members["three"].People[^1], "email", "own@x.no");
        world.Users.Edit(members["three"].Users[^1], "email", "own@x.no");
        await world.QuiesceAsync();
        Assert.Contains(await world.LinksAsync(), link => (link.LeftKey, link.RightKey)
            == (members["three"].People[^1], members["three"].Users[^1]));
    }

    [Fact]
    public async Task F20_Chains_of_shared_keys_link_only_who_is_each_others_only_candidate()
    {
        const int Worlds = 150;
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var (random, linked, asked) = (new Random(seed), 0, 0);
        for (var i = 0; i < Worlds; i++)
        {
            await using var world = await World.CreateAsync();
            world.With(new(Pairing, world.People.Entity, world.Users.Entity, ["email", "name"]));
            var people = Fill(random, world.People);
            var users = Fill(random, world.Users);

            await world.GoLiveAsync();

            var expected = (
                from person in people
                from user in users
                where Alike(person, user) && people.Count(other => Alike(other, user)) == 1
                    && users.Count(other => Alike(person, other)) == 1
                select (person.Key, user.Key)).Order().ToList();
            Assert.Equal(expected, (await world.LinksAsync()).Select(link => (link.LeftKey, link.RightKey)).Order());
            Assert.Equal(
                people.Count(person => users.Any(user => Alike(person, user)))
                    + users.Count(user => people.Any(person => Alike(person, user))) - (2 * expected.Count),
                (await world.OpenAsync()).Count(item => item.Kind == OpenKind.Review));
            await world.CycleAsync();
            Assert.Equal(expected.Count, (await world.LinksAsync()).Count);
            (linked, asked) = (linked + expected.Count, asked + (await world.OpenAsync()).Count);
        }

        output.WriteLine($"{linked} linked, {asked} questions");
        // Some of both, or the worlds showed nothing; how many is the seed's.
        Assert.True(linked > 0 && asked > 0);
    }

    private static async Task CandidatesAsync(
        World world, Side side, IReadOnlyList<string> own, IReadOnlyList<string> across)
    {
        foreach (var key in own)
            Assert.Equal(
                across.Order(StringComparer.Ordinal),
                (await world.Store.CandidatesAsync(Pairing, side, key)).Select(candidate => candidate.Key)
                    .Order(StringComparer.Ordinal));
    }

    private static List<(string Key, string? Email, string? Name)> Fill(Random random, FakeEntity entity)
    {
        var added = new List<(string Key, string? Email, string? Name)>();
        for (var i = 0; i < 8; i++)
        {
            var email = random.Next(4) == 0 ? null : $"{(char)('a' + random.Next(10))}@x.no";
            var name = random.Next(4) == 0 ? null : $"{(char)('A' + random.Next(10))}";
            added.Add((entity.Add(name, email), email, name));
        }

        return added;
    }

    private static bool Alike(
        (string Key, string? Email, string? Name) left, (string Key, string? Email, string? Name) right) =>
        (left.Email is not null && left.Email == right.Email) || (left.Name is not null && left.Name == right.Name);

    private static string Spelled(string group, int number) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Spellings[number % Spellings.Length], group);
}
