using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.SigningIn;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;
using Sluice.Snapshots;

namespace Sluice.Connectors.Tests.Conversations;

/// <summary>
/// What is said between a connector and its system, word for word but for secrets, per entity and operation: so a
/// change in what goes over the wire shows in review.
/// </summary>
public sealed class ConversationTests
{
    public static TheoryData<string> Systems => ["YouTrack", "Keap", "Powerofficego", "Customcrm"];

    public static TheoryData<string, string> Entities => new()
    {
        { "YouTrack", "Users" },
        { "YouTrack", "Usergroups" },
        { "YouTrack", "Organizations" },
        { "YouTrack", "Projects" },
        { "YouTrack", "Issues" },
        { "YouTrack", "Workitems" },
        { "Keap", "Companies" },
        { "Keap", "Contacts" },
        { "Keap", "Products" },
        { "Powerofficego", "Contactperson" },
        { "Powerofficego", "Customers" },
        { "Powerofficego", "Customers person" },
        { "Powerofficego", "Departments" },
        { "Powerofficego", "Employees" },
        { "Powerofficego", "Products" },
        { "Powerofficego", "Salesorders" },
        { "Powerofficego", "Suppliers" },
        { "Customcrm", "Customer" },
        { "Customcrm", "Contact" },
    };

    // A view of Usergroups, which are written through Hub.
    public static TheoryData<string, string> Readable =>
        [.. Entities.Select(row => row.Data), ("YouTrack", "Groups")];

    // Keap's interface has no way to delete a company.
    public static TheoryData<string, string> Deletable =>
        [.. Entities.Select(row => row.Data).Where(row => row != ("Keap", "Companies"))];

    // What can be asked for what changed, and for how many there are.
    public static TheoryData<string, string> Changing =>
    [
        .. Entities.Select(row => row.Data).Where(row => row is ("YouTrack", "Issues" or "Workitems")
            or ("Keap", "Contacts") or ("Powerofficego", _)),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task Account(string system)
    {
        await using var talk = await Conversation.StartAsync();
        await talk.Host.Connection(system).IdentifyAsync(Token);
        Verify(talk, system);
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task First_page(string system, string entity)
    {
        await using var talk = await Conversation.SignedInAsync(system);
        await talk.FirstAsync(system, entity);
        Verify(talk, system, entity);
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task One_record(string system, string entity)
    {
        await using var talk = await Conversation.SignedInAsync(system);
        var record = await talk.FirstAsync(system, entity);
        talk.Recorder.Forget();

        Assert.NotNull(await talk.Host.Source(system, entity).ReadAsync(record.Key, Token));
        Verify(talk, system, entity);
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Changes(string system, string entity)
    {
        await using var talk = await Conversation.SignedInAsync(system);
        var source = Assert.IsAssignableFrom<ICountedSource>(talk.Host.Source(system, entity));
        var pages = await talk.Host.PagesAsync(system, entity);
        talk.Recorder.Forget();

        talk.Recorder.Begin("what changed since the last listing");
        await foreach (var page in source.ListChangedAsync(pages[^1].Cursor!, Token))
        {
            Assert.NotNull(page);
            break;
        }

        talk.Recorder.Begin("how many there are");
        Assert.True(await source.HasAsync(pages.Sum(page => page.Records.Count), Token));
        Verify(talk, system, entity);
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task Create(string system, string entity)
    {
        await using var talk = await Conversation.SignedInAsync(system);
        await talk.CreateAsync(system, entity);
        Verify(talk, system, entity);
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task Update(string system, string entity)
    {
        await using var talk = await Conversation.SignedInAsync(system);
        var (sample, made) = await talk.CreateAsync(system, entity);
        talk.Recorder.Forget();

        var update = talk.Host.Requests(system, entity).Update(made, sample.Edit(made.Value), sample.Touched);
        var result = await talk.Host.Sink(system, entity).SendAsync(update, Token);
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Verify(talk, system, entity);
    }

    [Theory]
    [MemberData(nameof(Deletable))]
    public async Task Delete(string system, string entity)
    {
        await using var talk = await Conversation.SignedInAsync(system, entity);
        var (_, made) = await talk.CreateAsync(system, entity);
        talk.Recorder.Forget();

        var result = await talk.Host.Sink(system, entity).SendAsync(WriteRequest.Delete(made.Key), Token);
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Verify(talk, system, entity);
    }

    [Theory]
    [InlineData("YouTrack", "Users", "{}")]
    [InlineData("Keap", "Companies", """{"address":{"country_code":"NO"}}""")]
    [InlineData("Powerofficego", "Customers", """{"MailAddress":{"City":"Oslo"}}""")]
    [InlineData("Customcrm", "Customer", "{}")]
    public async Task Refusals(string system, string entity, string body)
    {
        await using var talk = await Conversation.SignedInAsync(system);
        var sink = talk.Host.Sink(system, entity);
        var record = await talk.FirstAsync(system, entity);
        talk.Recorder.Forget();

        talk.Recorder.Begin("what the system does not take");
        Assert.Equal(WriteOutcome.Rejected, (await sink.SendAsync(new(null, body), Token)).Outcome);
        talk.Recorder.Begin("a record that is not there");
        Assert.Null(await talk.Host.Source(system, entity).ReadAsync(Missing(record.Key), Token));
        talk.Recorder.Begin("too many calls");
        await talk.Sandbox.SwitchOnAsync(Fault.Of("status", system, status: 429, retryAfter: 37, count: 1));
        Assert.Equal(WriteOutcome.NotDone, (await sink.SendAsync(new(null, body), Token)).Outcome);
        talk.Recorder.Begin("a token that is no longer good");
        await talk.Sandbox.SwitchOnAsync(Fault.Of("refuse-token", system));
        Assert.Equal(WriteOutcome.NotDone, (await sink.SendAsync(new(null, body), Token)).Outcome);
        Verify(talk, system);
    }

    [Fact]
    public async Task Keap_signs_in_and_renews()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        var recorder = new Recorder(Conversation.SecretsOf(keap.Sandbox.Addresses));
        await keap.StartAsync(more: services =>
            services.AddHttpClient("Keap tokens").AddHttpMessageHandler(recorder.Handler));
        recorder.Begin("a code is exchanged");
        await keap.SignInAsync();
        recorder.Begin("the tokens are replaced");
        keap.Pass(TimeSpan.FromHours(24));
        Assert.Null(await keap.AskAsync());
        Verify(recorder, "Keap");
    }

    [Fact]
    public async Task Hub_refuses_a_token_that_was_not_made_for_it()
    {
        await using var talk = await Conversation.StartAsync(
            addresses => ("YouTrack:Token", addresses.YouTrackOnlyToken));
        await Assert.ThrowsAsync<RemoteException>(() => talk.FirstAsync("YouTrack", "Users"));
        Verify(talk, "YouTrack");
    }

    [Fact]
    public async Task A_new_YouTrack_keeps_organizations_itself()
    {
        await using var talk = await Conversation.WithNewYouTrackAsync();
        var (sample, made) = await talk.CreateAsync("YouTrack", "Organizations");
        talk.Recorder.Begin("the first page");
        var first = await talk.FirstAsync("YouTrack", "Organizations");
        talk.Recorder.Begin("one record");
        Assert.NotNull(await talk.Host.Source("YouTrack", "Organizations").ReadAsync(first.Key, Token));
        talk.Recorder.Begin("a change");
        var update = talk.Host.Requests("YouTrack", "Organizations")
            .Update(made, sample.Edit(made.Value), sample.Touched);
        await CommitAsync(update);
        talk.Recorder.Begin("a delete");
        await CommitAsync(WriteRequest.Delete(made.Key));
        talk.Recorder.Begin("Hub is asked in vain, and then YouTrack");
        await using var wrong = talk.Again(("YouTrack:Dialect", "Hub"));
        await Assert.ThrowsAsync<RemoteException>(() => wrong.PagesAsync("YouTrack", "Organizations"));
        Verify(talk, "YouTrack.Organizations");

        async Task CommitAsync(WriteRequest request)
        {
            var result = await talk.Host.Sink("YouTrack", "Organizations").SendAsync(request, Token);
            Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        }
    }

    [Fact]
    public async Task Lines_of_an_order_are_written_one_by_one()
    {
        await using var talk = await Conversation.SignedInAsync("Powerofficego");
        var record = await talk.FirstAsync("Powerofficego", "Salesorders");
        record = (await talk.Host.Source("Powerofficego", "Salesorders").ReadAsync(record.Key, Token))!;
        talk.Recorder.Forget();

        var order = (SalesOrder)record.Value;
        var update = talk.Host.Requests("Powerofficego", "Salesorders").Update(
            record,
            order with
            {
                CustomerReference = "Spring",
                SalesOrderLines = [order.SalesOrderLines![0] with { Quantity = 9 }, new() { Description = "New" }],
            },
            ["CustomerReference", "SalesOrderLines.Quantity", "SalesOrderLines.Description"]);
        var result = await talk.Host.Sink("Powerofficego", "Salesorders").SendAsync(update, Token);
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Verify(talk, "Powerofficego.Salesorders");
    }

    [Fact]
    public async Task A_field_of_several_values_is_written_at_once()
    {
        await using var talk = await Conversation.SignedInAsync("YouTrack");
        var record = await talk.FirstAsync("YouTrack", "Issues");
        talk.Recorder.Forget();

        var issue = (Issue)record.Value;
        var update = talk.Host.Requests("YouTrack", "Issues").Update(
            record,
            issue with
            {
                CustomFields = [.. issue.CustomFields!.Select(
                    one => one.Name == "Affected versions" ? one with { Values = ["1.0", "2.0"] } : one)],
            },
            ["customFields.values"]);
        var result = await talk.Host.Sink("YouTrack", "Issues").SendAsync(update, Token);
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Verify(talk, "YouTrack.Issues");
    }

    private static string Missing(string key) => char.IsAsciiDigit(key[0]) ? "999999999" : "no-such-record";

    private static void Verify(
        Conversation talk, string system, string? entity = null, [CallerMemberName] string method = "") =>
        Verify(talk.Recorder, entity is null ? system : $"{system}.{entity.Replace(' ', '-')}", method);

    private static void Verify(Recorder recorder, string name, [CallerMemberName] string method = "") =>
        Snapshot.Verify(recorder.Text, $"{name}.txt", method: method);
}
