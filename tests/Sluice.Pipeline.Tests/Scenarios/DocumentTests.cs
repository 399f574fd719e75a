namespace Sluice.Pipeline.Tests;

/// <summary>F49: a document changes under existing links while users go on editing.</summary>
public sealed class DocumentTests
{
    private const int Links = 1000;

    [Fact]
    public async Task F49_Whatever_changes_in_a_document_nothing_unapproved_is_written_and_no_edit_is_lost()
    {
        await using var world = await World.CreateAsync();
        world.People.PageSize = world.Users.PageSize = 250;
        world.With(Document(["email"], ["email", "name"]));
        for (var i = 0; i < Links; i++)
        {
            world.People.Add($"Name {i}", $"name{i}@x.no", $"{i}");
            world.Users.Add($"Name {i}", $"name{i}@x.no", i % 2 == 0 ? $"{i}" : null);
        }

        await world.GoLiveAsync();
        await world.QuiesceAsync();

        // A row is added: where one side is blank it is filled.
        await ChangeAsync(world, Document(["email"], ["email", "name", "phone"]), 1);
        Assert.All(world.Users.Keys, key => Assert.NotNull((string?)world.Users[key]["phone"]));

        // An expression changes and changes back: what then differs is a person's to decide.
        await ChangeAsync(
            world, Document(["email"], ["email", "name", "phone"], leftPaths: ["email", "name", "name"]), 2);
        await ChangeAsync(world, Document(["email"], ["email", "name", "phone"]), 3);

        // The row goes, both sides go their own ways, and it comes back.
        await ChangeAsync(world, Document(["email"], ["email", "name"]), 4);
        world.People.Edit("p20", "phone", "left");
        world.Users.Edit("u20", "phone", "right");
        world.People.Edit("p21", "phone", "one side only");
        await world.QuiesceAsync();
        await ChangeAsync(world, Document(["email"], ["email", "name", "phone"]), 5);
        Assert.Equal(("left", "right"), Phones(world, 20));
        Assert.Equal("one side only", Phones(world, 21).Left);
        Assert.NotEqual("one side only", Phones(world, 21).Right);
        Assert.Equal(
            2, (await world.OpenAsync()).Count(item => item.Kind == OpenKind.Review && item.Key is "p20" or "p21"));

        // The reverse document comes, and a rule changes.
        world.Users.Add("Only there", "there@x.no");
        await ChangeAsync(world, Document(["email"], ["email", "name", "phone"], createsLeft: true), 6);
        Assert.Equal(Links + 1, world.People.Count);
        await ChangeAsync(world, Document(["name"], ["email", "name", "phone"], createsLeft: true), 7);
        Assert.Equal((Links + 1, Links + 1), (world.People.Count, world.Users.Count));
        Assert.Equal(Links + 1, Assert.Single(await world.Store.CountsAsync()).Links);
    }

    [Fact]
    public async Task F49_A_row_that_comes_back_before_it_went_with_an_approval_keeps_what_was_agreed()
    {
        await using var world = await World.CreateAsync();
        world.With(Document(["email"], ["email", "phone"]));
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        Replace(world, Document(["email"], ["email"]));
        await world.CycleAsync();
        world.People.Edit("p01", "phone", "1");
        Replace(world, Document(["email"], ["email", "phone"]));
        var planned = await world.CycleAsync();

        Assert.Contains("edited in Acme", Assert.Single(planned.Plan!.Items).Text, StringComparison.Ordinal);
        await world.ApproveAsync(planned);
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
    }

    [Fact]
    public async Task F49_A_pairing_that_was_away_for_a_run_writes_nothing_before_an_approval()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();

        Replace(world, new("acme-people/beta-users-too", world.People.Entity, world.Users.Entity, ["name"]));
        await world.CycleAsync();
        world.People.Edit("p01", "phone", "1");
        world.Pairings.Clear();
        world.Copies();
        var planned = await world.CycleAsync();

        Assert.Equal(PairingState.Observing, Assert.Single(planned.Pairings).State);
        Assert.Equal(PlanKind.Update, Assert.Single(planned.Plan!.Items).Kind);
        Assert.Empty(world.Writes);
        await world.ApproveAsync(planned);
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
    }

    [Fact]
    public async Task F49_What_a_pairing_linked_before_it_left_the_program_can_still_be_told_apart()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        await world.LinkPeopleAsync(1);
        Replace(world, new("acme-people/beta-users-too", world.People.Entity, world.Users.Entity, ["name"]));
        await world.CycleAsync();

        var never = await world.UnlinkAsync("p01", "u02");
        Assert.StartsWith("No document speaks of acme-people/beta-users any", never.Text, StringComparison.Ordinal);
        Assert.True((await world.UnlinkAsync("p01", "u01")).IsApplied);
        await world.CycleAsync();

        Assert.Empty(await world.Store.WaitingAsync());
        Assert.Null(await world.Store.FindLinkAsync("acme-people/beta-users", Side.Left, "p01"));
        Assert.True(await world.Store.AreToldApartAsync("acme-people/beta-users", Side.Left, "p01", "u01"));
    }

    [Fact]
    public async Task F49_What_plans_are_compared_with_moves_in_the_run_that_has_the_approval_and_not_before()
    {
        await using var world = await World.CreateAsync();
        Replace(world, Written("first", "email"));
        Assert.Empty(await world.Store.ApprovedAsync());
        await world.GoLiveAsync();
        Assert.Equal("first", await ApprovedAsync());

        // What means the same needs no approval, and a plan alone moves nothing.
        Replace(world, Written("in other words", "email"));
        Assert.Empty((await world.PlanAsync()).Plan!.NeedApproval);
        Assert.Equal("first", await ApprovedAsync());
        Assert.Equal(PairingState.Live, (await world.CycleAsync()).Pairings[0].State);
        Assert.Equal("in other words", await ApprovedAsync());

        Replace(world, Written("second", "email", "phone"));
        var planned = await world.CycleAsync();
        Assert.Equal("in other words", await ApprovedAsync());
        await world.ApproveAsync(planned);
        Assert.Equal("in other words", await ApprovedAsync());
        await world.CycleAsync();
        Assert.Equal("second", await ApprovedAsync());

        async Task<string> ApprovedAsync() =>
            Assert.Single(Assert.Single(await world.Store.ApprovedAsync()).Documents).Text;

        CardPairing Written(string text, params string[] fields) =>
            new("acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"], fields) { Text = text };
    }

    // Users edit before the plan, between the plan and its approval, and after it.
    private static async Task ChangeAsync(World world, CardPairing document, int step)
    {
        Replace(world, document);
        Edit(0);
        var planned = await world.CycleAsync();
        Assert.Empty(world.Writes);
        Edit(1);
        await world.CycleAsync();
        Assert.Empty(world.Writes);

        await world.ApproveAsync(planned);
        Edit(2);
        await world.CycleAsync();
        Assert.All(world.Writes, call => Assert.Contains(
            planned.Plan!.Items,
            item => call.Key is { } key ? item.Key[1..] == key[1..] : item.Kind == PlanKind.Create));
        Edit(3);
        await world.QuiesceAsync();
        for (var moment = 0; moment < 4; moment++)
        {
            Assert.Equal($"Left {step}.{moment}", (string?)world.Users[Key("u", moment)]["name"]);
            Assert.Equal($"Right {step}.{moment}", (string?)world.People[Key("p", moment + 4)]["name"]);
        }

        void Edit(int moment)
        {
            world.People.Edit(Key("p", moment), "name", $"Left {step}.{moment}");
            world.Users.Edit(Key("u", moment + 4), "name", $"Right {step}.{moment}");
        }

        string Key(string entity, int number) => $"{entity}{30 + (8 * step) + number:00}";
    }

    private static (string? Left, string? Right) Phones(World world, int number) =>
        ((string?)world.People[$"p{number:00}"]["phone"], (string?)world.Users[$"u{number:00}"]["phone"]);

    private static void Replace(World world, CardPairing document)
    {
        world.Pairings.Clear();
        world.With(document);
    }

    private static CardPairing Document(
        string[] rules, string[] fields, bool createsLeft = false, string[]? leftPaths = null) => new(
        "acme-people/beta-users", new("Acme", "People"), new("Beta", "Users"), rules, fields, createsLeft,
        leftPaths: leftPaths);
}
