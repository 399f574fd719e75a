using System.Text.Json.Nodes;

namespace Sluice.Pipeline.Tests;

/// <summary>F04: two systems that each write every value their own way.</summary>
public sealed class PingPongTests
{
    private const int Edits = 40;

    [Fact]
    public async Task F04_Two_systems_that_reformat_what_they_get_come_to_rest()
    {
        await using var world = await World.CreateAsync();
        world.With(new(
            "acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"], ["email", "name", "phone"],
            createsRight: true, phone: Canonical.Phone));
        world.Options.Region = "NO";
        world.People.Normalises = record =>
        {
            Change(record, "phone", Spaced);
            Change(record, "name", name => name.Trim());
        };
        world.Users.Normalises = record => Change(record, "phone", Bare);
        for (var i = 0; i < 5; i++)
            Edit(world.People, world.People.Add($"Ada {i}", $"ada{i}@x.no"), "phone", Number(i));
        await world.GoLiveAsync();
        await world.QuiesceAsync();

        var (people, users) = (world.People.Keys.ToList(), world.Users.Keys.ToList());
        var writes = 0;
        for (var edit = 0; edit < Edits; edit++)
        {
            var (entity, key) = edit % 2 == 0 ? (world.People, people[edit % 5]) : (world.Users, users[edit % 5]);
            Edit(entity, key, "phone", Number(100 + edit));
            Edit(entity, key, "name", $" Ada {edit} ");
            for (var i = 0; i < 3; i++)
            {
                await world.CycleAsync(TimeSpan.FromMinutes(1));
                writes += world.Writes.Count();
            }
        }

        Assert.InRange(writes, Edits, Edits * 1.1);
        for (var round = 0; round < 3; round++)
        {
            await world.CycleAsync(TimeSpan.FromMinutes(1));
            Assert.Empty(world.Writes);
        }

        Assert.Empty(await world.OpenAsync());
        Assert.Equal(
            people.Select(key => Bare((string)world.People[key]["phone"]!)).Order(StringComparer.Ordinal),
            users.Select(key => (string)world.Users[key]["phone"]!).Order(StringComparer.Ordinal));
    }

    // A system makes the same of what its users type as of what we write.
    private static void Edit(FakeEntity entity, string key, string property, string value)
    {
        var record = new JsonObject { [property] = value };
        entity.Normalises!(record);
        entity.Edit(key, property, (string?)record[property]);
    }

    private static void Change(JsonObject record, string property, Func<string, string> into)
    {
        if ((string?)record[property] is { } value)
            record[property] = into(value);
    }

    private static string Number(int last) => $"+4722 33{4400 + last}";

    private static string Spaced(string phone) => Bare(phone).Insert(3, " ");

    private static string Bare(string phone) => phone.Replace(" ", "", StringComparison.Ordinal);
}
