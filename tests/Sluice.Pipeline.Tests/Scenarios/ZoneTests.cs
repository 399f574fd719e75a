using System.Globalization;

namespace Sluice.Pipeline.Tests;

/// <summary>Days in one system, the moments at which they begin in the other.</summary>
public sealed class ZoneTests
{
    private const int Trips = 10;

    public static TheoryData<string> Zones => new(ClockChanges.Zones);

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task F25_No_day_drifts_in_whole_cycles_in_ten_round_trips_about_every_change_of_the_clocks(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var days = Days(zone);
        await using var world = await World.CreateAsync();
        world.Pairings.Add(
            new ValuePairing(ValuePairing.Field(Canonical.Date), ValueText.Day, ValueText.DayIn(zone)));
        (world.People.PageSize, world.Users.PageSize) = (100, 100);

        for (var i = 0; i < days.Length; i++)
        {
            world.People.Add($"Person {i}", $"{i}@x.no", Written(days[i]));
            world.Users.Add($"User {i}", $"{i}@x.no");
        }

        await world.GoLiveAsync();
        await CheckAsync(world, zone, days, 0);

        // There and back: a day on is said by the moment, the next one by the day.
        for (var trip = 1; trip <= Trips; trip++)
        {
            Edit(world.Users, days, day => Moment(day, zone), (2 * trip) - 1);
            await world.CycleAsync();
            await CheckAsync(world, zone, days, (2 * trip) - 1);
            Edit(world.People, days, Written, 2 * trip);
            await world.CycleAsync();
            await CheckAsync(world, zone, days, 2 * trip);
        }
    }

    // Where the clocks never change, or not any more, any days do.
    private static DateOnly[] Days(TimeZoneInfo zone)
    {
        DateOnly[] days = [.. ClockChanges.Days(zone, 2014, 2020)];
        return days.Length > 0 ? days : [new(2016, 2, 28), new(2016, 12, 31), new(2017, 3, 26)];
    }

    private static void Edit(
        FakeEntity entity, DateOnly[] days, Func<DateOnly, string> written, int later)
    {
        foreach (var (i, key) in entity.Keys.ToList().Index())
            entity.Edit(key, ValuePairing.Path, written(days[i].AddDays(later)));
    }

    /// <summary>Both systems show the days, each in its own words, and the next cycle has nothing to write.</summary>
    private static async Task CheckAsync(World world, TimeZoneInfo zone, DateOnly[] days, int later)
    {
        Assert.Equal(days.Length, (await world.LinksAsync()).Count);
        Assert.Equal(days.Select(day => Written(day.AddDays(later))), Shown(world.People));
        Assert.Equal(days.Select(day => Moment(day.AddDays(later), zone)), Shown(world.Users));
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());
    }

    private static IEnumerable<string?> Shown(FakeEntity entity) =>
        entity.Keys.Select(key => (string?)entity[key][ValuePairing.Path]);

    private static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Moment(DateOnly day, TimeZoneInfo zone) =>
        CalendarDay.Start(day, zone).ToString("O", CultureInfo.InvariantCulture);
}
