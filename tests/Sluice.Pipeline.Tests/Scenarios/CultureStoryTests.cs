using System.Globalization;

namespace Sluice.Pipeline.Tests;

/// <summary>
/// Whole stories, told in full, in cultures whose letters, digits, signs and calendars are not those of a machine:
/// every call, report, plan, question and history entry is the same to the letter.
/// </summary>
public sealed class CultureStoryTests
{
    private const string Pairing = "acme-people/beta-users";

    private static readonly Dictionary<string, Func<Task<string>>> Stories = new(StringComparer.Ordinal)
    {
        ["plan and first run"] = PlanAsync,
        ["edits and conflicts"] = EditsAsync,
        ["values of every kind"] = ValuesAsync,
        ["deletes and breaker"] = DeletesAsync,
        ["decisions"] = DecisionsAsync,
        ["lost answers and late writes"] = TroubleAsync,
        ["a restored store"] = RestoredAsync,
    };

    public static TheoryData<string, string> Told
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var story in Stories.Keys)
                foreach (var culture in CultureTests.Names)
                    data.Add(story, culture);

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Told))]
    public async Task F27_A_story_is_the_same_to_the_letter_in_every_culture(string story, string culture)
    {
        var told = await CultureTests.InAsync("", Stories[story]);
        Assert.True(told.Length > 1000, told);

        Assert.Equal(told, await CultureTests.InAsync(culture, Stories[story]));
    }

    [Theory]
    [MemberData(nameof(CultureTests.Cultures), MemberType = typeof(CultureTests))]
    public async Task F27_A_store_that_one_culture_wrote_is_read_by_another_without_a_write(string culture)
    {
        var folder = Directory.CreateTempSubdirectory("sluice-culture-");
        try
        {
            await using var world = await World.CreateAsync(Path.Combine(folder.FullName, "sluice.db"));
            await CultureTests.InAsync(culture, async () =>
            {
                Fill(world, 12);
                await world.GoLiveAsync();
                world.People.Edit("p03", "name", "IŞIL ılık");
                return await world.CycleAsync();
            });

            foreach (var other in CultureTests.Names.Append(""))
            {
                world.Restart();
                var report = await CultureTests.InAsync(other, () => world.CycleAsync());
                Assert.Empty(world.Writes);
                Assert.Null(report.Plan);
                Assert.Equal(PairingState.Live, report.Pairings[0].State);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> PlanAsync()
    {
        await using var world = await World.CreateAsync();
        Fill(world, 12);
        var teller = new Teller(world);
        await teller.TellAsync(await world.PlanAsync());
        await world.ApproveAsync(await world.CycleAsync());
        await teller.TellAsync(await world.CycleAsync());
        await teller.TellAsync(await world.CycleAsync());
        return teller.Text;
    }

    private static async Task<string> EditsAsync()
    {
        await using var world = await World.CreateAsync();
        world.Options.Conflict = ConflictKind.Hold;
        Fill(world, 6);
        await world.GoLiveAsync();
        var teller = new Teller(world);
        world.People.Edit("p01", "name", "İnci Iğdır");
        world.Users.Edit("u02", "phone", "+47 22 33 44 55");
        world.People.Edit("p03", "email", "TITLE@X.NO");
        world.People.Edit("p04", "name", "one");
        world.Users.Edit("u04", "name", "other");
        await teller.TellAsync(await world.CycleAsync());
        world.Users.Edit("u01", "name", null);
        await teller.TellAsync(await world.CycleAsync());
        return teller.Text;
    }

    private static async Task<string> ValuesAsync()
    {
        (Canonical Form, ValueText Kind, string First, string Then)[] kinds =
        [
            (Canonical.Number, ValueText.Number, "-1234567.50", "-0.000001"),
            (Canonical.Date, ValueText.Day, "2026-03-29", "1446-09-01"),
            (Canonical.Instant, ValueText.Instant(Precision.Tick), "2026-03-29T01:59:59.9876543+00:00",
                "2026-12-24T17:00:00.5000000-03:30"),
            (Canonical.Phone, ValueText.Plain, "00 47 22 33 44 55", "٢٢ ٣٣ ٤٤ ٥٥"),
            (Canonical.Email, ValueText.Plain, "INFO@IŞIK.NO", "info@ışık.no"),
            (Canonical.Name, ValueText.Plain, "ILGIN", "ılgın"),
            (Canonical.Text, ValueText.Plain, "1.234,50 ﷼", "١٬٢٣٤٫٥٠"),
        ];
        var told = "";
        foreach (var (form, kind, first, then) in kinds)
        {
            await using var world = await World.CreateAsync();
            world.Options.Region = "NO";
            world.Pairings.Add(new ValuePairing(ValuePairing.Field(form), kind, kind));
            world.People.Add("Ada", "ada@x.no", first);
            world.Users.Add("Ada", "ADA@X.NO");
            var teller = new Teller(world);
            await teller.TellAsync(await world.GoLiveAsync());
            world.Users.Edit("u01", ValuePairing.Path, then);
            await teller.TellAsync(await world.CycleAsync());
            told += teller.Text;
        }

        return told;
    }

    private static async Task<string> DeletesAsync()
    {
        await using var world = await World.CreateAsync();
        world.Options.Deletes.Set("ACME-PEOPLE/BETA-USERS", DeletePolicy.Propagate);
        Fill(world, 30);
        await world.GoLiveAsync();
        var teller = new Teller(world);
        for (var i = 5; i < 20; i++)
            world.People.Delete(string.Create(CultureInfo.InvariantCulture, $"p{i:00}"));
        var report = await world.CycleAsync();
        await teller.TellAsync(report);
        await world.Store.RequestApprovalAsync(report.Pairings[0].Breaker!.Plan, world.Clock.GetUtcNow());
        await teller.TellAsync(await world.CycleAsync());
        return teller.Text;
    }

    private static async Task<string> DecisionsAsync()
    {
        await using var world = await World.CreateAsync();
        world.Options.Conflict = ConflictKind.Hold;
        Fill(world, 4);
        world.People.Add("Twin", "TWIN@x.no", key: "p90");
        world.People.Add("Twin", "twin@x.no", key: "p91");
        world.Users.Add("Twin", "twin@X.no", key: "u90");
        await world.GoLiveAsync();
        var teller = new Teller(world);
        await world.LinkAsync("p91", "u90");
        await world.UnlinkAsync("p01", "u01");
        await world.UnlinkAsync("p90", "u90");
        await world.LinkAsync("p90", "nobody");
        await world.DecideAsync(new PersonDecision(DecisionKind.Forget)
        {
            System = "Acme", Entity = "People", Key = "p02",
        });
        await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = Pairing });
        await teller.TellAsync(await world.CycleAsync());
        await world.DecideAsync(new PersonDecision(DecisionKind.Resume));
        await teller.TellAsync(await world.CycleAsync(new CycleScope { Key = "p91", Limit = 1 }));
        await teller.TellAsync(await world.CycleAsync());
        return teller.Text;
    }

    private static async Task<string> TroubleAsync()
    {
        await using var world = await World.CreateAsync();
        Fill(world, 5);
        await world.GoLiveAsync();
        var teller = new Teller(world);
        world.People.Add("İlk", "ILK@x.no", "1");
        world.Users.NextAnswerIsLost = true;
        await teller.TellAsync(await world.CycleAsync());
        await teller.TellAsync(await world.CycleAsync());
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(20);
        world.People.Edit("p02", "phone", "12345");
        await teller.TellAsync(await world.CycleAsync());
        await teller.TellAsync(await world.CycleAsync(TimeSpan.FromMinutes(3)));
        world.People.Broken.Add("p03");
        world.Users.RightMissing = true;
        await teller.TellAsync(await world.CycleAsync());
        return teller.Text;
    }

    private static async Task<string> RestoredAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sluice-culture-");
        try
        {
            var (store, copy) = (Path.Combine(folder.FullName, "sluice.db"), Path.Combine(folder.FullName, "copy.db"));
            await using var world = await World.CreateAsync(store);
            Fill(world, 5);
            await world.GoLiveAsync();
            await world.ReplaceAsync(store, () => File.Copy(store, copy));
            world.People.Add("Işık", "IŞIK@x.no", "1");
            await world.CycleAsync(TimeSpan.FromHours(1));
            await world.ReplaceAsync(store, () =>
            {
                File.Delete(store + "-wal");
                File.Delete(store + "-shm");
                File.Copy(copy, store, overwrite: true);
            });
            var teller = new Teller(world);
            var report = await world.CycleAsync(TimeSpan.FromHours(1));
            await teller.TellAsync(report);
            await world.ApproveAsync(report);
            await teller.TellAsync(await world.CycleAsync());
            return teller.Text;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Letters whose case is another one in Turkish, in keys that match without regard to case.
    private static void Fill(World world, int pairs)
    {
        world.Copies(createsRight: true);
        for (var i = 0; i < pairs; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Title I{i}");
            var email = string.Create(CultureInfo.InvariantCulture, $"TITLE.I{i}@X.NO");
            world.People.Add(name, email, i % 3 == 0 ? "1" : null);
            world.Users.Add(name, email.ToLowerInvariant(), i % 4 == 0 ? "1" : null);
        }

        world.People.Add("Only Here", "only.here@x.no", "-5");
        world.People.Add(null, "nameless@x.no");
    }
}
