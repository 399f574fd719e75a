namespace Sluice.Pipeline.Tests;

public sealed class MatchTests
{
    [Fact]
    public async Task F19_Two_candidates_for_one_record_are_three_items_of_review_and_no_link()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.People.Add("Ada", "ada@x.no");
        world.People.Add("Ada too", "ADA@x.no");
        world.Users.Add("Ada", "ada@x.no");

        await world.GoLiveAsync();

        Assert.Empty(world.Writes);
        Assert.Empty(await world.LinksAsync());
        Assert.Equal(
            [(Side.Left, "p01"), (Side.Left, "p02"), (Side.Right, "u01")],
            (await world.OpenAsync()).Where(item => item.Kind == OpenKind.Review)
                .Select(item => (item.Side, item.Key)).Order());

        world.People.Delete("p02");
        await world.CycleAsync();
        Assert.Equal(("p01", "u01"), (await world.LinksAsync()).Select(link => (link.LeftKey, link.RightKey)).Single());
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F20_A_shared_address_links_nobody()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        for (var i = 0; i < 50; i++)
            world.People.Add($"Person {i}", "info@x.no");
        for (var i = 0; i < 10; i++)
            world.Users.Add($"User {i}", "info@x.no");

        await world.GoLiveAsync();

        Assert.Empty(await world.LinksAsync());
        Assert.Equal(60, (await world.OpenAsync()).Count);
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
    }

    [Fact]
    public async Task Links_made_while_the_other_side_is_decided_are_no_review()
    {
        var (armed, lists, links) = (false, 0, 0);
        var (rightIsRead, firstIsLinked) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var world = await World.CreateAsync(beforeStore: async name =>
        {
            // The unlinked records of the right side are read before the first link is stored, and decided after it.
            if (!armed)
                return;
            if (name == nameof(IStore.UnlinkedAsync))
                lists++;
            else if (name == nameof(IStore.MatchesAsync) && lists == 2)
            {
                rightIsRead.TrySetResult();
                await firstIsLinked.Task;
            }
            else if (name == nameof(IStore.LinkAsync))
            {
                await rightIsRead.Task;
                if (++links == 2)
                    firstIsLinked.TrySetResult();
            }
        });
        world.With(new("acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"]));
        foreach (var name in new[] { "a", "b" })
        {
            world.People.Add(name, $"{name}@x.no");
            world.Users.Add(name, $"{name}@x.no");
        }

        await world.ApproveAsync(await world.CycleAsync());
        armed = true;
        await world.CycleAsync();

        Assert.Equal((2, 2), (links, (await world.LinksAsync()).Count));
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    [InlineData(false, 3)]
    public async Task F46_While_a_side_was_not_listed_to_its_end_nothing_is_linked_or_created(bool left, int page)
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            world.People.Add(name, $"{name}@x.no");
            world.Users.Add(name, $"{(name == "e" ? "E" : name)}@x.no", key: $"u{name}");
        }

        var planned = await world.CycleAsync();
        await world.ApproveAsync(planned);
        (left ? world.People : world.Users).NextPageToFail = page;

        var report = await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Empty(await world.LinksAsync());
        Assert.Contains("answered 500", report.Pairings[0].Problem, StringComparison.Ordinal);
        Assert.Equal(PairingState.Approved, report.Pairings[0].State);

        report = await world.CycleAsync();
        Assert.DoesNotContain(world.Writes, call => call.Kind == "create");
        Assert.Equal(5, (await world.LinksAsync()).Count);
        Assert.Equal(PairingState.Live, report.Pairings[0].State);
    }

    [Fact]
    public async Task F46_Linked_records_go_on_while_a_side_cannot_be_listed()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        world.People.Edit("p01", "phone", "1");
        world.Users.NextPageToFail = 1;

        await world.CycleAsync();

        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task F14_F16_A_listing_without_a_proof_of_its_end_says_of_nothing_that_it_is_gone(int pages)
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        for (var i = 0; i < 9; i++)
        {
            world.People.Add($"P{i}", $"p{i}@x.no");
            world.Users.Add($"P{i}", $"p{i}@x.no");
        }

        await world.GoLiveAsync();
        world.Users.NextListingEndsAfter = pages;

        var report = await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Live, link.State));
        Assert.Contains("without a proof", report.Pairings[0].Problem, StringComparison.Ordinal);
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
    }

    [Fact]
    public async Task Before_any_creates_nothing()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Bob", "bob@x.no");

        await world.GoLiveAsync();
        await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Equal((1, 1), (world.People.Count, world.Users.Count));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task Every_creates_on_both_sides_exactly_once()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Bob", "bob@x.no");

        await world.GoLiveAsync();
        await world.QuiesceAsync();

        Assert.Equal((2, 2), (world.People.Count, world.Users.Count));
        Assert.Equal(2, (await world.LinksAsync()).Count);
    }

    [Fact]
    public async Task An_element_that_cannot_be_read_is_listed_and_the_rest_goes_on()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true);
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        world.Users.Add("Bob", "bob@x.no");
        world.Users.Broken.Add("u02");

        await world.GoLiveAsync();
        var report = await world.CycleAsync();

        Assert.Single(await world.LinksAsync());
        Assert.Equal("u02", report.Listings.Single(listing => listing.Entity == "Beta Users").Bad.Single().Key);
        Assert.Null(report.Pairings[0].Problem);
    }

    [Fact]
    public async Task Nothing_is_created_beside_an_element_that_was_never_read_because_it_may_be_the_counterpart()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        world.Users.Broken.Add("u01");
        await world.GoLiveAsync();

        Assert.Empty(world.Writes);
        Assert.Contains("u01 cannot be read", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        world.Users.Broken.Clear();
        await world.CycleAsync();
        Assert.Single(await world.LinksAsync());
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task A_linked_record_that_cannot_be_read_any_more_is_not_gone()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true);
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        world.Users.Broken.Add("u01");
        world.People.Edit("p01", "phone", "1");

        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Equal(LinkState.Live, (await world.LinksAsync()).Single().State);
        Assert.Contains("could not be read", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        world.Users.Broken.Clear();
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }
}
