using System.Net;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>What PowerOffice Go says of the privileges that a client gave us.</summary>
public sealed class PrivilegeTests
{
    private const string System = "Powerofficego";
    private const string All = "Powerofficego calls these privileges of ours invalid: ";
    private const string Told = "Asked last, PowerOffice called these privileges invalid: ";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_who_we_are_learns_which_privileges_are_invalid()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var connection = host.Connection(System);
        var warns = Assert.IsType<IWarns>(connection, exactMatch: false);
        await connection.IdentifyAsync(Token);
        Assert.Empty(warns.Warnings);
        await sandbox.SwitchOnAsync(Fault.Of("right-missing", System, entity: "suppliers"));
        await connection.IdentifyAsync(Token);

        var warning = Assert.Single(warns.Warnings);
        Assert.Equal($"{All}Supplier, Supplier_Full.", warning.Message);
        Assert.Contains("the client gives the integration the privilege anew", warning.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"ClientId":"c"}""", null)]
    [InlineData("""{"ClientId":"c","InvalidPrivileges":null}""", null)]
    [InlineData("""{"ClientId":"c","InvalidPrivileges":"Customer"}""", null)]
    [InlineData("""{"ClientId":"c","InvalidPrivileges":[]}""", null)]
    [InlineData(
        """{"ClientId":"c","InvalidPrivileges":["A",{"Name":"B"},"A","","C\n D"]}""", "A, {\"Name\":\"B\"}, C  D")]
    public async Task What_is_told_in_another_form_is_told_on_or_counts_as_unsaid(string body, string? told)
    {
        await using var host = Host.Of(Describing(HttpStatusCode.OK, body));

        await host.Connection(System).IdentifyAsync(Token);

        var warnings = ((IWarns)host.Connection(System)).Warnings.Select(warning => warning.Message);
        Assert.Equal(told is null ? [] : [$"{All}{told}."], warnings);
    }

    [Fact]
    public async Task A_refused_listing_and_a_refused_write_name_what_is_invalid_by_then()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await host.Connection(System).IdentifyAsync(Token);
        await sandbox.SwitchOnAsync(Fault.Of("right-missing", System, entity: "products"));

        var before = await WriteAsync();
        var listing = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync(System, "Products"));
        var after = await WriteAsync();

        Assert.DoesNotContain(Told, before, StringComparison.Ordinal);
        Assert.EndsWith($"{Told}Product, Product_Full.", listing.Fix, StringComparison.Ordinal);
        Assert.EndsWith($"{Told}Product, Product_Full.", after, StringComparison.Ordinal);

        async Task<string> WriteAsync()
        {
            var result = await host.Sink(System, "Products").SendAsync(new(null, """{"Name":"Keel"}"""), Token);
            Assert.Equal(WriteOutcome.NotDone, result.Outcome);
            return result.Reason!;
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.OK)]
    public async Task A_refusal_stays_one_where_nothing_more_can_be_learned_of_it(HttpStatusCode description)
    {
        await using var host = Host.Of(Describing(description, "no JSON"));

        var failure = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync(System, "Customers"));

        Assert.Equal(RemoteFailure.RightMissing, failure.Failure);
        Assert.DoesNotContain(Told, failure.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_invalid_privileges_a_sentence_names_some_and_counts_the_rest()
    {
        var names = Enumerable.Range(1, 23).Select(number => $"\"P{number}\"");
        await using var host = Host.Of(Describing(
            HttpStatusCode.OK, $$"""{"ClientId":"c","InvalidPrivileges":[{{string.Join(',', names)}}]}"""));

        var failure = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync(System, "Customers"));

        Assert.EndsWith("P19, P20 and 3 more.", failure.Fix, StringComparison.Ordinal);
        Assert.EndsWith(
            "P22, P23.", Assert.Single(((IWarns)host.Connection(System)).Warnings).Message, StringComparison.Ordinal);
    }

    private static ScriptedHandler Describing(HttpStatusCode status, string body) => new((request, _) =>
        request.RequestUri!.AbsolutePath switch
        {
            "/OAuth/Token" => ScriptedHandler.Json("""{"access_token":"t","token_type":"bearer","expires_in":1200}"""),
            "/v2/ClientIntegrationInformation" => ScriptedHandler.Json(body, status),
            _ => ScriptedHandler.Json("{}", HttpStatusCode.Forbidden),
        });
}
