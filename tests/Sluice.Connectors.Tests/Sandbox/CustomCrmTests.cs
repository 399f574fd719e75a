using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed class CustomCrmTests
{
    [Fact]
    public async Task A_customer_is_made_merged_and_deleted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var made = await sandbox.CrmAsync(Post, "/customers", """{"Name":"Sun","City":"Oslo"}""").Expect(Created);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var merged = await sandbox.CrmAsync(
            Patch, $"/customers/{made["Id"]}", """{"City":null,"Fax":"1"}""", "application/merge-patch+json")
            .Expect(OK);
        await sandbox.CrmAsync(Delete, $"/customers/{made["Id"]}").Expect(NoContent);
        var gone = await sandbox.CrmAsync(Get, $"/customers/{made["Id"]}").Expect(NotFound);

        Assert.Equal("Sun", merged["Name"]);
        Assert.Null(merged.Json["City"]);
        Assert.Equal("2026-03-04T05:06:08.000Z", merged["Modified"]);
        Assert.Equal("application/problem+json", gone.Type);
    }

    [Theory]
    [InlineData("/customers", """{"City":"Oslo"}""")]
    [InlineData("/customers", """{"Name":" "}""")]
    [InlineData("/customers", """{"Name":"Sun","Nick":"x"}""")]
    [InlineData("/customers", """{"Name":"Sun","Modified":"2024-01-01T00:00:00Z"}""")]
    [InlineData("/contacts", """{"FirstName":"Ida"}""")]
    [InlineData("/contacts", """{"LastName":"Moe","CustomerId":"C1"}""")]
    public async Task A_bad_record_is_refused(string path, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.NotEmpty((await sandbox.CrmAsync(Post, path, body).Expect(BadRequest))["detail"]);
    }

    [Fact]
    public async Task A_customer_with_contacts_stays()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var contacts = (await sandbox.CrmAsync(Get, "/contacts")).Json["items"]!.AsArray();
        var customer = contacts.First(contact => contact!["CustomerId"] is not null)!["CustomerId"];

        await sandbox.CrmAsync(Delete, $"/customers/{customer}").Expect(Conflict);
    }

    [Fact]
    public async Task Tokens_and_parameters_are_checked()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = await sandbox.SendAsync(Get, $"{sandbox.Addresses.CustomCrm}/me", "wrong").Expect(Unauthorized);
        await sandbox.CrmAsync(Get, "/contacts?limit=201").Expect(BadRequest);
        await sandbox.CrmAsync(Get, "/contacts?page=2").Expect(BadRequest);
        var me = await sandbox.CrmAsync(Get, "/me").Expect(OK);

        Assert.Equal("401", refused["status"]);
        Assert.NotEmpty(me["Id"]);
    }
}
