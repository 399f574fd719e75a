namespace Sluice.Pipeline.Tests;

/// <summary>Both sides show again what they last agreed on, after something else was sent from one of them.</summary>
public sealed class PutBackTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(ConflictKind.Latest)]
    [InlineData(ConflictKind.Prefer)]
    [InlineData(ConflictKind.Hold)]
    public async Task F54_What_both_put_back_is_agreed_on_and_an_edit_since_is_the_only_one(ConflictKind conflict)
    {
        await using var world = await World.CreateAsync();
        world.Options.Conflict = conflict;
        var (person, user) = await SentAsync(world);
        world.Users.Edit(user, "phone", "0");
        world.People.Edit(person, "phone", "0");
        await world.CycleAsync(Later);
        await world.CycleAsync(Later);

        world.Users.Edit(user, "phone", "2");
        await world.CycleAsync(Later);
        await world.QuiesceAsync();

        Assert.Equal(("2", "2"), Phones(world, person, user));
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F54_What_is_put_back_soon_is_agreed_on_once_it_cannot_be_from_before(bool isStopped)
    {
        await using var world = await World.CreateAsync();
        world.Policies["Acme"] = new() { SettleBound = Minute * 5 };
        world.Users.Refused["name"] = "taken";
        var (person, user) = await SentAsync(world);
        if (isStopped)
            world.People.Edit(person, "name", "Grace");
        world.Users.Edit(user, "phone", "0");
        world.People.Edit(person, "phone", "0");
        await world.CycleAsync(Minute);
        await world.CycleAsync(Later);
        await world.CycleAsync(Later);

        world.Users.Edit(user, "phone", "2");
        await world.CycleAsync(Later);
        await world.QuiesceAsync();

        Assert.Equal(("2", "2"), Phones(world, person, user));
    }

    [Fact]
    public async Task F54_What_a_system_dropped_twice_and_somebody_put_back_is_agreed_on()
    {
        await using var world = await World.CreateAsync();
        var (person, user) = await SentAsync(world);
        world.Users.Normalises = record => record["phone"] = "0";
        world.Users.Edit(user, "phone", "0");
        await world.CycleAsync(Later);
        await world.CycleAsync(Later);
        Assert.Contains(await world.OpenAsync(), item => item.Basis.Length > 0);
        world.People.Edit(person, "phone", "0");
        await world.CycleAsync(Later);
        await world.CycleAsync(Later);
        Assert.Empty(await world.OpenAsync());

        world.Users.Normalises = null;
        world.Users.Edit(user, "phone", "2");
        await world.CycleAsync(Later);
        await world.QuiesceAsync();

        Assert.Equal(("2", "2"), Phones(world, person, user));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_What_a_read_from_before_an_edit_shows_was_not_put_back()
    {
        await using var world = await World.CreateAsync();
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        world.Copies();
        string[] fields = ["email", "name", "phone"];
        world.With(new(
            "beta-users/gamma-members", world.Users.Entity, gamma["Members"].Entity, ["email"], fields));
        world.With(new(
            "people/members", world.People.Entity, gamma["Members"].Entity, ["email"], fields));
        var (person, user) = Add(world);
        var member = gamma["Members"].Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync(Later);

        // Nothing lists the edit yet. One pairing reads it, and the next one a copy of the system that is behind.
        world.People.Edit(person, "name", "Grace");
        gamma["Members"].Edit(member, "email", "grace@x.no");
        world.Users.BeforeNextRead = () =>
        {
            world.Users.Edit(user, "phone", "1");
            world.Users.BeforeNextRead = () => world.Users.ReadLag = Minute;
        };
        await world.CycleAsync();
        Assert.Equal(Minute, world.Users.ReadLag);
        Assert.Equal("1", (string?)world.People[person]["phone"]);
        world.Users.ReadLag = TimeSpan.Zero;

        await world.CycleAsync();
        Assert.Equal("1", (string?)world.People[person]["phone"]);
        await world.QuiesceAsync();

        Assert.Equal(("1", "1"), Phones(world, person, user));
        Assert.Equal("1", (string?)gamma["Members"][member]["phone"]);
    }

    // A telephone number was sent to the user, and the answer showed what had stood there before.
    private static async Task<(string Person, string User)> SentAsync(World world)
    {
        world.Copies();
        world.Options.Preferred["acme-people/beta-users"] = "Acme";
        var (person, user) = Add(world);
        await world.GoLiveAsync();
        await world.CycleAsync(Later);

        world.People.Edit(person, "phone", "1");
        world.Users.Answers = (before, answer) => answer["phone"] = before["phone"]?.DeepClone();
        await world.CycleAsync(Later);
        world.Users.Answers = null;
        Assert.Equal(("1", "1"), Phones(world, person, user));
        return (person, user);
    }

    private static (string Person, string User) Add(World world) =>
        (world.People.Add("Ada", "ada@x.no", "0"), world.Users.Add("Ada", "ada@x.no", "0"));

    private static (string?, string?) Phones(World world, string person, string user) =>
        ((string?)world.People[person]["phone"], (string?)world.Users[user]["phone"]);
}
