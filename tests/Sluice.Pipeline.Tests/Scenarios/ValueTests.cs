using System.Globalization;

namespace Sluice.Pipeline.Tests;

public sealed class ValueTests
{
    private static readonly string Moment = "2026-03-29T01:59:59.9876543+00:00";

    public static TheoryData<Precision, Precision> Precisions
    {
        get
        {
            var data = new TheoryData<Precision, Precision>();
            foreach (var left in Enum.GetValues<Precision>())
                foreach (var right in Enum.GetValues<Precision>())
                    data.Add(left, right);

            return data;
        }
    }

    public static TheoryData<string> Cultures => CultureTests.Cultures;

    [Theory]
    [InlineData("NO", "00 47 22 33 44 55", "22 33 44 55", true)]
    [InlineData("NO", "+47 22334455", "22-33-44-55", true)]
    [InlineData(null, "00 47 22 33 44 55", "+4722334455", true)]
    [InlineData(null, "+47 22334455", "22334455", false)]
    [InlineData("NO", "n/a", null, false)]
    [InlineData("NO", "22334455", "n/a", false)]
    public async Task F24_Phones_that_are_the_same_number_are_left_as_they_are_written(
        string? region, string left, string? right, bool same)
    {
        await using var world = await LinkedAsync(
            ValuePairing.Field(Canonical.Phone), ValueText.Plain, ValueText.Plain, left, right, region);

        Assert.Equal((left, right ?? left), Both(world));
        Assert.Equal(right is null ? 1 : 0, world.Calls.Count(call => call.Kind == "update"));
        Assert.Equal(same || right is null ? 0 : 1, (await world.OpenAsync()).Count);
    }

    [Theory]
    [InlineData("country", "NO", 0)]
    [InlineData("country", "NOR", 0)]
    [InlineData("country", "SE", 1)]
    [InlineData("nothing", "NO", 1)]
    public async Task F24_A_records_own_country_is_the_region_of_its_numbers(string path, string country, int open)
    {
        await using var world = await World.CreateAsync();
        world.Pairings.Add(new ValuePairing(
            ValuePairing.Field(Canonical.Phone) with { RightCountry = path }, ValueText.Plain, ValueText.Plain));
        world.People.Add("Ada", "ada@x.no", "+47 22 33 44 55");
        world.Users[world.Users.Add("Ada", "ada@x.no", "22334455")]["country"] = country;

        await world.GoLiveAsync();

        Assert.Empty(world.Writes);
        Assert.Equal(open, (await world.OpenAsync()).Count);
    }

    [Fact]
    public async Task F25_A_day_does_not_drift_between_a_system_of_days_and_one_of_midnights()
    {
        foreach (var name in new[] { "Europe/Oslo", "America/Sao_Paulo", "Pacific/Kiritimati", "Asia/Tehran" })
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
            await using var world = await LinkedAsync(
                ValuePairing.Field(Canonical.Date), ValueText.Day, ValueText.DayIn(zone), "2017-10-15", null);

            // In São Paulo this day has no midnight.
            for (var trip = 0; trip < 10; trip++)
            {
                var day = new DateOnly(2017, 10, 10).AddDays(trip).ToString("O", CultureInfo.InvariantCulture);
                world.People.Edit("p01", ValuePairing.Path, day);
                await world.CycleAsync();
                Assert.Single(world.Writes);
                await world.CycleAsync();
                Assert.Empty(world.Writes);
                Assert.Equal(day, Both(world).Left);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public async Task F26_Two_precisions_write_once_and_no_more(Precision left, Precision right)
    {
        var coarser = Sluice.Precisions.Coarser(left, right);
        await using var world = await LinkedAsync(
            ValuePairing.Field(Canonical.Instant) with { Precision = coarser }, ValueText.Instant(left),
            ValueText.Instant(right), Cut(left, Moment), null);

        Assert.Equal((Cut(left, Moment), Cut(coarser, Moment)), Both(world));
        await QuietAsync(world);

        world.Users.Edit("u01", ValuePairing.Path, Cut(right, "2026-03-29T02:00:00.1234567+00:00"));
        await world.CycleAsync();
        Assert.Single(world.Writes);
        await QuietAsync(world);
    }

    [Fact]
    public async Task F26_A_system_that_rounds_has_nothing_to_round()
    {
        await using var world = await LinkedAsync(
            ValuePairing.Field(Canonical.Instant) with { Precision = Precision.Second },
            ValueText.Instant(Precision.Tick), ValueText.RoundedToSeconds, Moment, null);

        Assert.Equal((Moment, "2026-03-29T01:59:59.0000000+00:00"), Both(world));
        await QuietAsync(world);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task F27_A_cycle_sends_and_stores_the_same_in_every_culture(string culture) => Assert.Equal(
        await CultureTests.InAsync("", StoryAsync), await CultureTests.InAsync(culture, StoryAsync));

    [Fact]
    public async Task F27_A_number_is_the_same_however_many_zeros_a_system_shows()
    {
        await using var world = await LinkedAsync(
            ValuePairing.Field(Canonical.Number), ValueText.Number, ValueText.Number, "1234.50", null);
        world.Users.Normalises = record => record["phone"] = $"{(string?)record["phone"]}00";

        world.People.Edit("p01", ValuePairing.Path, "1234567890123456789012345.125");
        await world.CycleAsync();

        Assert.Equal(("1234567890123456789012345.125", "1234567890123456789012345.12500"), Both(world));
        await QuietAsync(world);
    }

    [Theory]
    [InlineData(ListOrder.Sequence, 1)]
    [InlineData(ListOrder.Set, 0)]
    [InlineData(ListOrder.Keyed, 0)]
    public async Task F29_Another_order_is_written_only_where_order_means_something(ListOrder order, int writes)
    {
        var lines = new ValueText(
            text => FieldValue.Of([.. text.Split(',').Select(line => FieldValue.Of(line))]),
            value => string.Join(',', value.List!));
        await using var world = await LinkedAsync(
            ValuePairing.Field(Canonical.Text) with { Order = order }, lines, lines, "a,b,c,d,e", null);
        Assert.Equal(("a,b,c,d,e", "a,b,c,d,e"), Both(world));

        world.People.Edit("p01", ValuePairing.Path, "e,a,c,b,d");
        await world.CycleAsync();
        Assert.Equal(writes, world.Writes.Count());

        world.People.Edit("p01", ValuePairing.Path, "e,a,b,d");
        await world.CycleAsync();
        Assert.Equal("""{"phone":"e,a,b,d"}""", Assert.Single(world.Writes).Body);
        await QuietAsync(world);
    }

    private static async Task<string> StoryAsync()
    {
        await using var world = await LinkedAsync(
            ValuePairing.Field(Canonical.Instant), ValueText.Instant(Precision.Tick),
            ValueText.Instant(Precision.Millisecond), Moment, null);
        var said = world.Calls.Select(call => call.Body).ToList();
        world.People.Edit("p01", ValuePairing.Path, "2026-12-24T17:00:00.5000000+00:00");
        var report = await world.CycleAsync();
        said.AddRange(world.Calls.Select(call => call.Body));
        said.AddRange(report.Pairings[0].Moves.Select(move => $"{move.Old} {move.New} {move.Rule}"));
        said.AddRange((await world.Store.LinksAsync("acme-people/beta-users", 0, 10))
            .SelectMany(linked => linked.Bases).Select(known => $"{known.Left.ToStored()} {known.Right.ToStored()}"));
        return string.Join('\n', said);
    }

    private static async Task<World> LinkedAsync(
        FieldDescriptor field, ValueText left, ValueText right, string leftShows, string? rightShows,
        string? region = null)
    {
        var world = await World.CreateAsync();
        world.Options.Region = region;
        world.Pairings.Add(new ValuePairing(field, left, right));
        world.People.Add("Ada", "ada@x.no", leftShows);
        world.Users.Add("Ada", "ada@x.no", rightShows);
        await world.GoLiveAsync();
        return world;
    }

    private static async Task QuietAsync(World world)
    {
        for (var i = 0; i < 2; i++)
        {
            await world.CycleAsync();
            Assert.Empty(world.Writes);
            Assert.Empty(await world.OpenAsync());
        }
    }

    private static (string? Left, string? Right) Both(World world) =>
        ((string?)world.People["p01"][ValuePairing.Path], (string?)world.Users["u01"][ValuePairing.Path]);

    private static string Cut(Precision precision, string instant) => precision
        .Cut(DateTimeOffset.ParseExact(instant, "O", CultureInfo.InvariantCulture))
        .ToString("O", CultureInfo.InvariantCulture);
}
