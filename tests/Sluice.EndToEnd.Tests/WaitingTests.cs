using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>Records that wait, leave the scope and come back.</summary>
public sealed class WaitingTests(ITestOutputHelper output)
{
    private const string KeapContacts = "keap-contacts/youtrack-users";
    private const string Persons = "powerofficego-customers-person/youtrack-users";

    [Fact]
    public async Task A_user_without_email_waits_and_goes_by_itself_once_there_is_one()
    {
        await using var scene = await OpenAsync("Customcrm");
        var without = (await scene.Sandbox.DumpAsync()).Users
            .Where(user => user.InScope && string.IsNullOrWhiteSpace(user.Email)).ToList();
        Assert.NotEmpty(without);
        Assert.Equal(without.Count, (await scene.SettleAsync())[KeapContacts].Waiting);

        await scene.Sandbox.Vendors.SetEmailAsync(without[0].Id, "reachable@either.example");
        var row = (await scene.RunAsync())[KeapContacts];

        Assert.Equal((1, without.Count - 1), (row.Created, row.Waiting));
        Assert.Single(
            (await scene.Sandbox.DumpAsync()).KeapContacts.Values, email => email == "reachable@either.example");
        Assert.Equal(0, (await scene.SettleAsync()).Changes);
    }

    [Fact]
    public async Task Whoever_is_banned_or_a_guest_is_met_nowhere()
    {
        await using var scene = await OpenAsync("Customcrm");
        var before = await scene.Sandbox.DumpAsync();
        var outside = before.Users.Where(user => !user.InScope).ToList();
        Assert.Contains(outside, user => user.IsGuest);
        Assert.Contains(outside, user => user.IsBanned && !string.IsNullOrEmpty(user.Email));

        await scene.SettleAsync();

        // A banned user's e-mail may stand in Keap already, from other times.
        var addresses = outside.Select(user => user.Email).OfType<string>().ToHashSet();
        var after = await scene.Sandbox.DumpAsync();
        Assert.Equal(
            before.KeapContacts.Values.Count(email => addresses.Contains(email ?? "")),
            after.KeapContacts.Values.Count(email => addresses.Contains(email ?? "")));
        var status = await scene.SluiceAsync("status", "--json");
        Assert.All(outside, user => Assert.DoesNotContain(user.Id, status.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_customer_that_stops_being_a_person_and_comes_back_costs_no_write()
    {
        await using var scene = await OpenAsync("Keap", "Customcrm");
        var persons = new MatchingPairing(Persons, dump => dump.Customers, copiesEmail: false);
        persons.Foresee(await scene.Sandbox.DumpAsync());
        await scene.SettleAsync();
        var before = await scene.Sandbox.LastSequenceAsync();
        var customer = persons.Links.Keys.Order().First().Party;

        foreach (var isPerson in new[] { false, true })
        {
            await scene.Sandbox.EditAsync("powerofficego", "customers", customer, new() { ["IsPerson"] = isPerson });
            var row = (await scene.RunAsync())[Persons];
            Assert.Equal((0, 0, 0), (row.Linked, row.Created, row.Updated));
            Assert.Equal((persons.Links.Count, 0), (row.Links, row.Review));
        }

        Assert.DoesNotContain(await scene.Sandbox.LogAfterAsync(before), entry => entry.IsWrite);
    }

    [Fact]
    public async Task What_a_user_deletes_is_not_made_again()
    {
        await using var scene = await OpenAsync("Customcrm");
        await scene.SettleAsync();
        var made = (await scene.Sandbox.LogAsync()).First(entry =>
            entry is { System: "keap", Method: "POST", Committed: true }
            && entry.Path.EndsWith("/contacts", StringComparison.Ordinal)).Id!;
        await scene.Sandbox.Vendors.DeleteKeapContactAsync(made);
        var before = await scene.Sandbox.LastSequenceAsync();

        await scene.RunAsync();
        await scene.RunAsync();

        Assert.DoesNotContain(await scene.Sandbox.LogAfterAsync(before), entry => entry.IsWrite);
    }

    private async Task<Scene> OpenAsync(params string[] readOnly)
    {
        var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly(readOnly);
        await scene.ApproveAsync();
        return scene;
    }
}
