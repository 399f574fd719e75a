using System.Text;

namespace Sluice.Pipeline.Tests;

public sealed class ForgetTests
{
    [Fact]
    public async Task F57_Whoever_was_forgotten_is_left_alone_on_both_sides_while_they_are_still_there()
    {
        await using var world = await LinkedAsync(":memory:");

        Assert.True((await ForgetAsync(world, world.People.Entity, "p01")).IsApplied);
        for (var round = 0; round < 4; round++)
        {
            world.People.Edit("p01", "phone", $"{round}");
            world.Users.Edit("u01", "name", $"Ada {round}");
            var report = await world.CycleAsync(TimeSpan.FromMinutes(5));
            Assert.Empty(world.Writes);
            Assert.Null(report.Pairings[0].Problem);
        }

        Assert.Empty(await world.OpenAsync());
        Assert.Equal("p02", Assert.Single(await world.LinksAsync()).LeftKey);
        Assert.Equal((2, 2), (world.People.Count, world.Users.Count));

        // Others go on, even one who looks the same.
        world.People.Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        Assert.Equal((3, 3), (world.People.Count, world.Users.Count));
        Assert.False((await ForgetAsync(world, world.Users.Entity, "u01")).IsApplied);
        Assert.False((await ForgetAsync(world, world.Users.Entity, "nobody")).IsApplied);
    }

    [Fact]
    public async Task F57_What_is_merged_into_the_record_of_whoever_was_forgotten_does_not_name_it()
    {
        await using var world = await LinkedAsync(":memory:");
        await ForgetAsync(world, world.Users.Entity, "u01");
        await world.CycleAsync();
        world.Users.Delete("u02");
        world.Users.Merged["u02"] = "u01";

        await world.QuiesceAsync();

        var item = Assert.Single(await world.OpenAsync());
        Assert.Contains("u02 was merged into a record that is forgotten", item.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("u01", item.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F57_After_a_person_was_forgotten_no_value_stays_in_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("sluice-forget-");
        try
        {
            var path = Path.Combine(folder.FullName, "store.db");
            await using var world = await LinkedAsync(path);
            world.People.Edit("p01", "name", "Ada Lovelace");
            world.Users.Edit("u01", "phone", "0047 99 88 77");
            await world.QuiesceAsync();
            world.Users.Refused["phone"] = "no such phone";
            world.People.Edit("p01", "phone", "555-lost");
            await world.CycleAsync();
            world.Users.Refused.Clear();
            string[] traces = ["ada@x.no", "ada lovelace", "0047 99 88 77", "555-lost", "p01", "u01"];
            Assert.All(traces, trace => Assert.Contains(trace, Bytes(path), StringComparison.OrdinalIgnoreCase));

            await ForgetAsync(world, world.Users.Entity, "u01");
            await world.CycleAsync();
            await world.CycleAsync();

            Assert.All(traces, trace => Assert.DoesNotContain(trace, Bytes(path), StringComparison.OrdinalIgnoreCase));
            Assert.Contains("bob@x.no", Bytes(path), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task F57_Nobody_is_forgotten_while_a_record_may_still_be_created_for_them()
    {
        await using var world = await LinkedAsync(":memory:");
        world.People.Add("Cy", "cy@x.no");
        world.Users.NextAnswerIsLost = true;
        world.Users.NextPageToFail = 1;
        await world.CycleAsync();
        world.Users.NextPageToFail = null;
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();

        var verdict = await ForgetAsync(world, world.People.Entity, "p03");
        Assert.True(verdict.IsLater, verdict.Text);
        await world.QuiesceAsync();

        Assert.Empty(await world.Store.WaitingAsync());
        Assert.DoesNotContain(await world.LinksAsync(), link => link.LeftKey == "p03");
        Assert.Equal((3, 3), (world.People.Count, world.Users.Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F57_What_may_have_been_created_for_another_is_forgotten_once_that_is_known(bool isApart)
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada", "ada@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        world.Users.Edit("u01", "name", "Countess");
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(OpenCause.Made, Assert.Single(await world.OpenAsync()).Cause);

        var verdict = await ForgetAsync(world, world.Users.Entity, "u01");
        Assert.True(verdict.IsLater, verdict.Text);
        Assert.Contains("created for p01", verdict.Text, StringComparison.Ordinal);
        await world.QuiesceAsync();
        Assert.Equal(OpenCause.Made, Assert.Single(await world.OpenAsync()).Cause);
        Assert.Single(world.Users.Keys);

        Assert.True((await (isApart ? world.UnlinkAsync("p01", "u01") : world.LinkAsync("p01", "u01"))).IsApplied);
        await world.QuiesceAsync();
        Assert.Empty(await world.Store.WaitingAsync());
        var forgotten = await world.Store.ForgottenAsync();
        Assert.True(forgotten.Contains(new(world.Users.Entity, "u01")));
        Assert.Equal(!isApart, forgotten.Contains(new(world.People.Entity, "p01")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F57_What_a_create_may_yet_be_found_to_have_made_is_not_forgotten_before(bool looksLikeIt)
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.Users.Add("Bob", "bob@x.no", key: "u09");
        world.People.Add("Ada", "ada@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();

        // It does not look like what was sent any more, or another does as well, and nobody was asked yet.
        world.Users.Edit("u01", "name", "Countess");
        if (!looksLikeIt)
            world.Users.Edit("u01", "email", "countess@x.no");
        world.Users.Add("Ada", "another@x.no", key: "u10");
        await world.CycleAsync();
        Assert.Equal(
            looksLikeIt ? ["u01", "u10"] : ["u10"],
            Assert.Single(await world.Store.OpenIntentsAsync(null)).Suspects.Order());

        Assert.True((await ForgetAsync(world, world.Users.Entity, "u09")).IsApplied);
        Assert.True((await ForgetAsync(world, world.Users.Entity, "u01")).IsLater);
        await world.QuiesceAsync();
        Assert.Equal(3, world.Users.Count);
        Assert.Equal(
            !looksLikeIt, (await world.Store.ForgottenAsync()).Contains(new(world.Users.Entity, "u01")));
        Assert.Equal(OpenCause.Made, Assert.Single(await world.OpenAsync()).Cause);
    }

    [Fact]
    public async Task F57_Who_waits_to_be_forgotten_is_forgotten_whoever_was_forgotten_before()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.People.Add("Person", "ada@x.no", "p03", key: "0150");
        world.Users.Add("Person", "ada@x.no", "p03", key: "p03");
        await world.GoLiveAsync();
        world.People.Add("Cy", "cy@x.no", key: "p03");
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        Assert.True((await ForgetAsync(world, world.People.Entity, "p03")).IsLater);
        Assert.True((await ForgetAsync(world, world.People.Entity, "0150")).IsApplied);

        await world.CycleAsync();
        Assert.True((await world.Store.SettledAsync(1)).Single().IsApplied);
        Assert.Equal("forget", Assert.Single(await world.Store.WaitingAsync()).Kind);
        await world.QuiesceAsync();

        Assert.All(await world.Store.SettledAsync(2), entry => Assert.True(entry.IsApplied, entry.Outcome));
        Assert.True((await world.Store.ForgottenAsync()).Contains(new(world.People.Entity, "p03")));
    }

    [Fact]
    public async Task F57_What_was_decided_about_whom_was_forgotten_leaves_no_key_in_the_inbox()
    {
        await using var world = await LinkedAsync(":memory:");
        world.People.Add("Key", "key@x.no", key: "key-77");
        await world.QuiesceAsync();
        var user = (await world.LinksAsync()).Single(link => link.LeftKey == "key-77").RightKey;
        await ForgetAsync(world, world.Users.Entity, user);
        await world.UnlinkAsync("key-77", user);
        await new DecisionDesk(world.Store, world.Pairings, world.Clock).LeaveAsync(
            Of(DecisionKind.Again, "key-77"), Of(DecisionKind.Leave, "key-77"),
            Of(DecisionKind.Take, "key-77") with { Field = "phone", LeftValue = "1", RightValue = "2" },
            new PersonDecision(DecisionKind.Link)
            {
                Pairs = [new("acme-people/beta-users", "key-77", "u01"), new("acme-people/beta-users", "p01", user)],
            },
            new PersonDecision(DecisionKind.Unlink)
            {
                Pairs = [new("acme-people/beta-users", "p02", "u02"), new("acme-people/beta-users", "key-77", user)],
            });
        await ForgetAsync(world, world.People.Entity, "key-77");

        await world.CycleAsync();

        Assert.Empty(await world.Store.WaitingAsync());
        var settled = await world.Store.SettledAsync(20);
        Assert.All(settled, entry =>
        {
            Assert.DoesNotContain("key-77", entry.Subject + entry.Outcome + entry.Payload, StringComparison.Ordinal);
            Assert.DoesNotContain(user, entry.Subject + entry.Outcome + entry.Payload, StringComparison.Ordinal);
        });
        Assert.Equal(
            ["again", "forget", "leave", "link", "take", "unlink"],
            settled.Where(entry => entry.Outcome == "It is about a record that was forgotten.")
                .Select(entry => entry.Subject).Order());

        // Who stands beside in the same decision is told apart all the same.
        Assert.Equal(LinkState.Negative, (await world.LinksAsync()).Single(link => link.LeftKey == "p02").State);
    }

    [Fact]
    public async Task F57_What_a_process_leaves_once_whom_it_is_about_was_forgotten_leaves_no_key_in_the_inbox()
    {
        await using var world = await LinkedAsync(":memory:");
        world.People.Add("Key", "key@x.no", key: "key-77");
        await world.QuiesceAsync();
        var user = (await world.LinksAsync()).Single(link => link.LeftKey == "key-77").RightKey;
        KeyPair[] pairs =
        [
            new("acme-people/beta-users", "key-77", user), new("acme-people/beta-users", "p02", "u02"),
        ];
        PersonDecision[] left =
        [
            Of(DecisionKind.Again, "key-77"), Of(DecisionKind.Leave, "key-77"),
            Of(DecisionKind.Take, user) with { Side = Side.Right, Field = "phone", LeftValue = "1", RightValue = "2" },
            new(DecisionKind.Link) { Pairs = [pairs[0]] }, new(DecisionKind.Unlink) { Pairs = pairs },
            new(DecisionKind.Forget)
            {
                System = world.People.Entity.System, Entity = world.People.Entity.Entity, Key = "key-77",
            },
        ];
        await ForgetAsync(world, world.Users.Entity, user);
        await world.CycleAsync();

        // Whoever asks is told; a process that was held up after it had asked leaves them all the same.
        var desk = new DecisionDesk(world.Store, world.Pairings, world.Clock);
        var verdicts = await desk.JudgeAsync(left);
        await desk.LeaveAsync(left);

        Assert.All(verdicts, verdict => Assert.False(verdict.IsApplied, verdict.Text));
        Assert.All(verdicts.SkipLast(1), verdict =>
            Assert.Equal("It is about a record that was forgotten.", verdict.Text));
        Assert.Equal("It is forgotten already.", verdicts[^1].Text);
        Assert.Equal("unlink", Assert.Single(await world.Store.WaitingAsync()).Kind);
        await world.CycleAsync();
        var settled = await world.Store.SettledAsync(20);
        Assert.All(settled, entry =>
        {
            Assert.DoesNotContain("key-77", entry.Subject + entry.Outcome + entry.Payload, StringComparison.Ordinal);
            Assert.DoesNotContain(user, entry.Subject + entry.Outcome + entry.Payload, StringComparison.Ordinal);
        });
        Assert.Equal(
            ["again", "forget", "leave", "link", "take"],
            settled.Where(entry => entry.Outcome == "It is about a record that was forgotten.")
                .Select(entry => entry.Subject).Order());
        Assert.Equal(LinkState.Negative, (await world.LinksAsync()).Single(link => link.LeftKey == "p02").State);
    }

    private static PersonDecision Of(DecisionKind kind, string key) =>
        new(kind) { Pairing = "acme-people/beta-users", Key = key };

    private static Task<Verdict> ForgetAsync(World world, EntityName entity, string key) =>
        world.DecideAsync(new PersonDecision(DecisionKind.Forget)
        {
            System = entity.System, Entity = entity.Entity, Key = key,
        });

    private static async Task<World> LinkedAsync(string path)
    {
        var world = await World.CreateAsync(path);
        world.Copies(createsLeft: true, createsRight: true);
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        world.People.Add("Bob", "bob@x.no", "1");
        world.Users.Add("Bob", "bob@x.no", "1");
        await world.GoLiveAsync();
        return world;
    }

    private static string Bytes(string path)
    {
        var text = new StringBuilder();
        foreach (var file in new[] { path, path + "-wal" })
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
