using System.Net;
using System.Text.Json;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>PowerOffice's import references: each belongs to one record, which is found by it.</summary>
public sealed class ImportReferenceTests
{
    private const string Identity = "3c1e1f0f7c4c4b6f9a5d0a7a2f3b1c9d";
    private const string Property = "ExternalImportReference";

    public static TheoryData<string, string> Entities => new()
    {
        { "Customers", """{"Name":"Sun"}""" },
        { "Customers person", """{"IsPerson":true,"FirstName":"Ida","LastName":"Sol"}""" },
        { "Suppliers", """{"Name":"Sun"}""" },
        { "Suppliers person", """{"IsPerson":true,"FirstName":"Ida","LastName":"Sol"}""" },
        { "Employees", """{"FirstName":"Ida","LastName":"Sol"}""" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task What_a_create_made_is_found_by_its_identity(string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var (sink, create) = (Sink(host, entity), new WriteRequest(null, body) { Intent = Identity });

        Assert.True(sink.IsTraced(create));
        Assert.Null(await sink.FindMadeAsync(create, Token));
        var made = await sink.SendAsync(create, Token);

        Assert.Equal(Identity, made.Record!.Raw.GetProperty(Property).GetString());
        Assert.Equal(made.Record.Key, (await sink.FindMadeAsync(create, Token))!.Key);
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task What_arrived_after_all_is_the_answer_to_the_second_send(string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var (sink, create) = (Sink(host, entity), new WriteRequest(null, body) { Intent = Identity });
        await sandbox.SwitchOnAsync(Fault.Of("drop-answer-once", "Powerofficego"));

        Assert.Equal(WriteOutcome.Unknown, (await sink.SendAsync(create, Token)).Outcome);
        var second = await sink.SendAsync(create, Token);

        Assert.True(second.Outcome == WriteOutcome.Committed, second.Reason);
        Assert.Equal((await sink.FindMadeAsync(create, Token))!.Key, second.Record!.Key);
        Assert.Single(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NoContent)]
    public async Task Where_it_does_not_show_who_has_the_reference_the_outcome_is_unknown(HttpStatusCode asked)
    {
        await using var host = Host.Of(new ScriptedHandler((request, _) => request.Method == HttpMethod.Get
            ? new(asked)
            : request.RequestUri!.AbsolutePath.Contains("OAuth", StringComparison.Ordinal)
                ? ScriptedHandler.Json("""{"access_token":"secret-token","expires_in":1200}""")
                : ScriptedHandler.Json(
                    """{"detail":"ExternalImportReference is already in use."}""", HttpStatusCode.BadRequest)));

        var result = await Sink(host, "Customers").SendAsync(
            new(null, """{"Name":"Sun"}""") { Intent = Identity }, Token);

        Assert.True(result.Outcome == WriteOutcome.Unknown, result.Reason);
        Assert.Contains("already in use", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Customers")]
    [InlineData("Customers person")]
    public async Task A_document_that_names_the_reference_has_it_for_itself(string named)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Naming(sandbox.Addresses, Named.By("Powerofficego", named, Property));
        var sink = Sink(host, "Customers");
        var given = new WriteRequest(null, """{"Name":"Sun","ExternalImportReference":"A-1"}""") { Intent = Identity };
        var none = new WriteRequest(null, """{"Name":"Moon"}""") { Intent = Identity };

        var (sun, moon) = (await sink.SendAsync(given, Token), await sink.SendAsync(none, Token));

        Assert.Equal("A-1", sun.Record!.Raw.GetProperty(Property).GetString());
        Assert.Equal(sun.Record.Key, (await sink.FindMadeAsync(given, Token))!.Key);
        Assert.Equal(JsonValueKind.Null, moon.Record!.Raw.GetProperty(Property).ValueKind);
        Assert.False(sink.IsTraced(none));
        Assert.Equal(WriteOutcome.Rejected, (await sink.SendAsync(given, Token)).Outcome);
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_filter_has_found_nobody()
    {
        await using var host = Host.Of(new ScriptedHandler((request, _) => request.Method == HttpMethod.Post
            ? ScriptedHandler.Json("""{"access_token":"secret-token","expires_in":1200}""")
            : ScriptedHandler.Json("""[{"Id":7,"Name":"Sun","ExternalImportReference":"another"}]""")));

        Assert.Null(await Sink(host, "Customers").FindMadeAsync(
            new(null, """{"Name":"Sun"}""") { Intent = Identity }, Token));
    }

    [Fact]
    public async Task An_update_leaves_the_reference_alone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var sink = Sink(host, "Customers");
        var made = await sink.SendAsync(new(null, """{"Name":"Sun"}""") { Intent = Identity }, Token);

        var changed = await sink.SendAsync(
            new(made.Record!.Key, """[{"op":"replace","path":"/Name","value":"Moon"}]"""), Token);

        Assert.Equal("Moon", changed.Record!.Raw.GetProperty("Name").GetString());
        Assert.Equal(Identity, changed.Record.Raw.GetProperty(Property).GetString());
    }

    private static ITracedSink Sink(Host host, string entity) =>
        Assert.IsType<ITracedSink>(host.Sink("Powerofficego", entity), exactMatch: false);
}
