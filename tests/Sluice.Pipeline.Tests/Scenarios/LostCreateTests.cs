namespace Sluice.Pipeline.Tests;

/// <summary>What a create made whose answer was lost, and which users had their hands on since.</summary>
public sealed class LostCreateTests
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_may_have_been_created_stays_in_question_however_often_it_is_edited(bool restart)
    {
        await using var world = await LostAsync();
        world.Users.Edit("u01", "name", "Countess");
        await world.CycleAsync(Later);
        Assert.Contains("u01 in Beta Users may be", await QuestionAsync(world), StringComparison.Ordinal);

        world.Users.Edit("u01", "email", "countess@x.no");
        if (restart)
            world.Restart();
        await world.CycleAsync(Later);

        Assert.Empty(world.Writes);
        Assert.Contains("u01 in Beta Users may be", await QuestionAsync(world), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task What_looked_like_it_while_it_might_still_arrive_stays_in_question(bool isHidden, bool restart)
    {
        await using var world = await LostAsync();
        world.Users.Edit("u01", "name", "Countess");
        await world.CycleAsync();

        if (isHidden)
            world.Users.Hidden.Add("email");
        else
            world.Users.Edit("u01", "email", "countess@x.no");
        if (restart)
            world.Restart();
        await world.CycleAsync(Later);

        Assert.Empty(world.Writes);
        Assert.Contains("u01 in Beta Users may be", await QuestionAsync(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_about_while_it_might_still_arrive_stays_in_question()
    {
        await using var world = await LostAsync();
        world.Users.Add("Ada", "ada@x.no");
        await world.CycleAsync();
        Assert.StartsWith("One of u01, u02", await QuestionAsync(world), StringComparison.Ordinal);

        foreach (var key in world.Users.Keys)
        {
            world.Users.Edit(key, "name", "Countess");
            world.Users.Edit(key, "email", $"{key}@x.no");
        }

        await world.CycleAsync(Later);

        Assert.Empty(world.Writes);
        Assert.Contains("u01, u02 in Beta Users may be", await QuestionAsync(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looked_like_it_before_it_arrived_is_no_question_once_it_is_there()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada", "ada@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextCommitIsLate = TimeSpan.FromMinutes(1);
        await world.CycleAsync();
        world.Users.Add("Ada", "another@x.no");
        await world.CycleAsync();
        Assert.Equal(["u01"], Assert.Single(await world.Store.OpenIntentsAsync(null)).Suspects);

        await world.QuiesceAsync();

        Assert.Equal("u02", Assert.Single(await world.LinksAsync()).RightKey);
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task What_both_sides_were_given_before_a_lost_create_was_found_is_a_conflict_and_not_two_strangers()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        await world.GoLiveAsync();
        world.People.Add("Ada", "ada@x.no");
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();

        world.People.Edit("p01", "phone", "1");
        world.Users.Edit("u01", "phone", "2");
        await world.QuiesceAsync();

        Assert.Empty(await world.OpenAsync());
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
    }

    [Fact]
    public async Task What_was_asked_about_and_deleted_is_not_made_again_without_a_decision()
    {
        await using var world = await LostAsync();
        world.Users.Edit("u01", "name", "Countess");
        await world.CycleAsync(Later);

        world.Users.Delete("u01");
        await world.CycleAsync(Later);
        await world.CycleAsync(Later);

        Assert.Empty(world.Users.Keys);
        Assert.Contains("u01 in Beta Users may be", await QuestionAsync(world), StringComparison.Ordinal);
        Assert.True((await world.UnlinkAsync("p01", "u01")).IsApplied);
    }

    [Fact]
    public async Task What_a_person_told_apart_was_not_created_and_may_be_made_again()
    {
        await using var world = await LostAsync();
        world.Users.Edit("u01", "name", "Countess");
        await world.CycleAsync(Later);

        Assert.True((await world.UnlinkAsync("p01", "u01")).IsApplied);
        await world.CycleAsync(Later);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        Assert.Equal(OpenCause.Parted, Assert.Single(await world.OpenAsync()).Cause);

        Assert.True((await world.DecideAsync(DecisionKind.Again, Side.Left, "p01")).IsApplied);
        await world.QuiesceAsync();
        var link = await world.Store.FindLinkAsync("acme-people/beta-users", Side.Left, "p01");
        Assert.Equal("u02", link?.Link.RightKey);
    }

    [Fact]
    public async Task What_it_is_linked_to_by_now_is_no_question()
    {
        await using var world = await LostAsync();
        world.Users.Edit("u01", "name", "Countess");
        await world.CycleAsync(Later);
        Assert.True((await world.LinkAsync("p01", "u01")).IsApplied);

        await world.QuiesceAsync();

        Assert.Equal("u01", Assert.Single(await world.LinksAsync()).RightKey);
        Assert.Single(world.Users.Keys);
        Assert.All(
            await world.OpenAsync(),
            item => Assert.DoesNotContain("created", item.Reason, StringComparison.Ordinal));
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task What_a_match_finds_before_it_is_told_by_what_was_sent_has_agreed_on_what_it_shows_of_that()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        var person = world.People.Add("Ada", "ada@x.no", "1");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();

        world.Users.Edit("u01", "name", "Countess");
        world.People.Edit(person, "phone", "2");
        await world.CycleAsync();
        Assert.Equal(LinkOrigin.Match, Assert.Single(await world.LinksAsync()).Origin);
        await world.QuiesceAsync();

        Assert.Equal("2", (string?)world.Users["u01"]["phone"]);
        Assert.StartsWith("name is 'Ada' in", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task What_a_match_finds_and_shows_nothing_else_was_created_and_an_edit_over_it_is_one()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true, createsLeft: true);
        world.People.Add("Ada", "ada@x.no", "1");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();

        // Its name is hidden, so that it is not told by what was sent; and it is edited between listing and read.
        world.Users.Hidden.Add("name");
        world.Users.BeforeNextRead = () => world.Users.Edit("u01", "phone", "2");
        await world.CycleAsync();
        Assert.Equal(LinkOrigin.Created, Assert.Single(await world.LinksAsync()).Origin);
        world.Users.Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal("2", (string?)world.People["p01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task What_a_match_finds_and_shows_something_else_as_well_may_be_somebody_elses()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true, createsLeft: true);
        world.People.Add("Ada", "ada@x.no", "1");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextCommitIsLate = TimeSpan.FromDays(1000);
        await world.CycleAsync();
        Assert.Single(await world.Store.OpenIntentsAsync(null));
        world.Users.Add("Ada", "ada@x.no", "2");

        await world.CycleAsync();
        await world.QuiesceAsync();

        Assert.Equal(LinkOrigin.Match, Assert.Single(await world.LinksAsync()).Origin);
        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        var asked = Assert.Single(await world.OpenAsync());
        Assert.Contains("two different values", asked.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("")]
    public async Task F01_What_a_stranger_hides_while_a_create_is_lost_is_no_edit_when_it_shows(string phone)
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true, createsLeft: true);
        world.People.Add("Ada", "ada@x.no", "1");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextCommitIsLate = TimeSpan.FromDays(1000);
        await world.CycleAsync();
        world.Users.Add("Bea", "ada@x.no", phone);
        world.Users.Hidden.Add("phone");
        await world.CycleAsync();
        Assert.Equal(LinkOrigin.Match, Assert.Single(await world.LinksAsync()).Origin);

        world.Users.Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal("1", (string?)world.People["p01"]["phone"]);
        Assert.Equal(phone.Length > 0 ? phone : "1", (string?)world.Users["u01"]["phone"]);
        Assert.All(
            await world.OpenAsync(),
            item => Assert.Contains("two different values", item.Reason, StringComparison.Ordinal));
        Assert.Equal(phone.Length > 0 ? 2 : 1, (await world.OpenAsync()).Count);
    }

    [Fact]
    public async Task F01_What_was_linked_with_another_since_is_asked_about_and_stops_nobody()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.Add("Ada", "ada@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();

        // Ada is deleted and made anew, and what was made for the first of the two is not told by what was sent yet.
        world.Users.Hidden.Add("name");
        world.People.Delete("p01");
        world.People.Add("Ada", "ada@x.no");
        await world.CycleAsync();
        Assert.Equal(("p02", "u01"), (await world.LinksAsync()).Select(link => (link.LeftKey, link.RightKey)).Single());
        world.Users.Hidden.Clear();
        var report = await world.CycleAsync(Later);

        Assert.Null(report.Pairings[0].Problem);
        Assert.Contains("u01 in Beta Users looks like", await QuestionAsync(world), StringComparison.Ordinal);
        Assert.Contains("is linked to p02", await QuestionAsync(world), StringComparison.Ordinal);
        Assert.True((await world.UnlinkAsync("p01", "u01")).IsApplied);
        await world.QuiesceAsync();
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task F01_A_second_that_may_have_been_made_is_asked_about_beside_what_else_is()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.Add("Ada", "ada@x.no", "1");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        world.Users.Edit("u01", "email", "other@x.no");
        world.Users.Add("Ada", "ada@x.no", "2");
        await world.CycleAsync();
        Assert.Equal("u02", Assert.Single(await world.LinksAsync()).RightKey);
        Assert.Equal(OpenCause.Differing, Assert.Single(await world.OpenAsync()).Cause);

        world.Users.Edit("u01", "email", "ada@x.no");
        for (var cycle = 0; cycle < 3; cycle++)
        {
            await world.CycleAsync(Later);
            Assert.Equal([OpenCause.Differing, OpenCause.Made], (await CausesAsync(world)).Order());
            Assert.Contains("u01 in Beta Users may have been", await QuestionAsync(world), StringComparison.Ordinal);
        }

        world.People.Edit("p01", "name", "Countess");
        await world.CycleAsync(Later);
        Assert.Equal([OpenCause.Differing, OpenCause.Made], (await CausesAsync(world)).Order());

        world.Users.Delete("u01");
        await world.CycleAsync(Later);
        await world.CycleAsync(Later);
        Assert.Equal([OpenCause.Differing], await CausesAsync(world));
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task F01_A_hook_that_fails_on_a_record_does_not_take_the_place_of_what_is_asked_about_its_create()
    {
        await using var world = await LostAsync();
        world.Users.Edit("u01", "name", "Countess");
        await world.CycleAsync(Later);
        world.Pairings.OfType<CardPairing>().Single().LeftScope = _ => throw new InvalidOperationException("broken");
        world.People.Edit("p01", "name", "Ada Lovelace");

        await world.CycleAsync(Later);
        await world.CycleAsync(Later);

        Assert.Contains("u01 in Beta Users may be", await QuestionAsync(world), StringComparison.Ordinal);
    }

    private static async Task<World> LostAsync()
    {
        var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada", "ada@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        Assert.Single(world.Users.Keys);
        return world;
    }

    private static async Task<string> QuestionAsync(World world) =>
        Assert.Single(await world.OpenAsync(), item => item is { Kind: OpenKind.Review, Cause: OpenCause.Made }).Reason;

    private static async Task<IEnumerable<OpenCause>> CausesAsync(World world) =>
        (await world.OpenAsync()).Where(item => item.Key == "p01").Select(item => item.Cause);
}
