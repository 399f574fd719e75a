using System.Text.Json.Nodes;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>Lines of an order that is there: each has an address of its own.</summary>
public sealed class SalesOrderLineTests
{
    private const string Go = "Powerofficego";
    private const string Entity = "Salesorders";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_are_changed_made_and_taken_away_by_their_ids_and_all_others_are_left_alone()
    {
        await using var orders = await OrderAsync(lines: 3);
        var lines = orders.Order.SalesOrderLines!;
        await orders.Sandbox.ControlAsync(HttpMethod.Delete, "_log");

        var (body, result) = await orders.SendAsync(
            orders.Order with
            {
                CustomerReference = "Spring",
                SalesOrderLines =
                [
                    new() { ProductCode = lines[0].ProductCode, Quantity = 9 },
                    lines[1] with { Quantity = 5, Description = null },
                    lines[0],
                ],
            },
            "CustomerReference", "SalesOrderLines.Quantity", "SalesOrderLines.Description");

        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        AssertJson(
            $$"""
            [{"op":"replace","path":"/CustomerReference","value":"Spring"},
             {"op":"add","path":"/SalesOrderLines/-","value":{"ProductCode":"{{lines[0].ProductCode}}","Quantity":9} },
             {"op":"replace","path":"/SalesOrderLines/{{lines[1].Id}}/Quantity","value":5},
             {"op":"replace","path":"/SalesOrderLines/{{lines[1].Id}}/Description","value":null},
             {"op":"remove","path":"/SalesOrderLines/{{lines[2].Id}}"}]
            """,
            body);
        Assert.Equal(
            [
                $"PATCH /SalesOrders/{orders.Key}", $"PATCH /SalesOrders/{orders.Key}/Lines/{lines[1].Id}",
                $"DELETE /SalesOrders/{orders.Key}/Lines/{lines[2].Id}", $"POST /SalesOrders/{orders.Key}/Lines",
                $"GET /SalesOrders/{orders.Key}/Complete",
            ],
            (await orders.Sandbox.LogAsync()).Select(entry =>
                $"{entry["method"]} {entry["path"]!.ToString().Split("/v2")[^1]}"));
        var after = (SalesOrder)result.Record!.Value;
        Assert.Equal("Spring", after.CustomerReference);
        Assert.Equal(
            [(lines[0].Id, lines[0].Quantity), (lines[1].Id, 5m), (after.SalesOrderLines![^1].Id, 9m)],
            after.SalesOrderLines.Select(line => (line.Id, line.Quantity)));
        Assert.Null(after.SalesOrderLines[1].Description);
    }

    [Fact]
    public async Task F29_A_line_less_is_one_delete_and_another_order_of_lines_is_nothing_to_send()
    {
        await using var orders = await OrderAsync(lines: 5);
        var lines = orders.Order.SalesOrderLines!;
        await orders.Sandbox.ControlAsync(HttpMethod.Delete, "_log");

        var permuted = orders.Host.Requests(Go, Entity).Update(
            orders.Record, orders.Order with { SalesOrderLines = [.. lines.Reverse()] }, ["SalesOrderLines.Quantity"]);
        Assert.Equal("[]", permuted.Body);

        await orders.SendAsync(
            orders.Order with { SalesOrderLines = [.. lines.Where(line => line != lines[2]).Reverse()] },
            "SalesOrderLines.Quantity");
        var write = Assert.Single(await orders.Sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
        Assert.Equal("DELETE", write["method"]!.ToString());
        Assert.EndsWith(
            $"/SalesOrders/{orders.Key}/Lines/{lines[2].Id}", write["path"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_whose_lines_were_not_shown_gets_none_and_loses_none()
    {
        await using var orders = await OrderAsync(lines: 1);
        var listed = (await orders.Host.RecordsAsync(Go, Entity)).Single(record => record.Key == orders.Key);

        var request = orders.Host.Requests(Go, Entity).Update(
            listed, (SalesOrder)listed.Value with { SalesOrderLines = [new() { Description = "New" }] },
            ["SalesOrderLines.Description"]);
        await orders.Sandbox.ControlAsync(HttpMethod.Delete, "_log");
        var result = await orders.Host.Sink(Go, Entity).SendAsync(request, Token);

        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        Assert.Contains("is not known", result.Reason, StringComparison.Ordinal);
        Assert.Empty(await orders.Sandbox.LogAsync());
    }

    [Fact]
    public async Task A_line_that_the_order_does_not_have_is_not_made_under_a_new_id()
    {
        await using var orders = await OrderAsync(lines: 1);

        var (_, result) = await orders.SendAsync(
            orders.Order with { SalesOrderLines = [.. orders.Order.SalesOrderLines!, new() { Id = 5, Quantity = 1 }] },
            "SalesOrderLines.Quantity");

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains("The order has no line 5", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_first_leaves_nothing_done()
    {
        await using var orders = await OrderAsync(lines: 1);

        var (_, result) = await orders.SendAsync(
            orders.Order with
            {
                SalesOrderLines = [orders.Order.SalesOrderLines![0] with { Quantity = null }, new() { Quantity = 2 }],
            },
            "SalesOrderLines.Quantity");

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains("needs a Quantity", result.Reason, StringComparison.Ordinal);
        Assert.Equal(orders.Order.SalesOrderLines, (await orders.ReadAsync()).SalesOrderLines);
    }

    // The next cycle finds out what is left, sends that alone, and says then what the system says of it.
    [Fact]
    public async Task What_is_refused_after_something_was_done_is_looked_at_anew_and_what_is_left_is_refused_by_itself()
    {
        await using var orders = await OrderAsync(lines: 1);
        SalesOrder Wanted(SalesOrder order) => order with
        {
            CustomerReference = "Spring",
            SalesOrderLines = [order.SalesOrderLines![0] with { ProductId = 5 }],
        };

        var (_, first) = await orders.SendAsync(
            Wanted(orders.Order), "CustomerReference", "SalesOrderLines.ProductId");
        var now = await orders.ReadRecordAsync();
        var left = orders.Host.Requests(Go, Entity).Update(
            now, Wanted((SalesOrder)now.Value), ["SalesOrderLines.ProductId"]);
        var second = await orders.Host.Sink(Go, Entity).SendAsync(left, Token);

        Assert.Equal(WriteOutcome.Unknown, first.Outcome);
        Assert.Contains("A part of it was done", first.Reason, StringComparison.Ordinal);
        Assert.Contains("ProductId 5 does not exist", first.Reason, StringComparison.Ordinal);
        Assert.Equal("Spring", ((SalesOrder)now.Value).CustomerReference);
        Assert.Equal(WriteOutcome.Rejected, second.Outcome);
        Assert.Contains("ProductId 5 does not exist", second.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_line_whose_answer_is_lost_is_unknown_and_sent_once()
    {
        await using var orders = await OrderAsync(lines: 1);
        await orders.Sandbox.SwitchOnAsync("""{"system":"powerofficego","kind":"drop-answer-once","method":"POST"}""");

        var (_, result) = await orders.SendAsync(
            orders.Order with { SalesOrderLines = [.. orders.Order.SalesOrderLines!, new() { Description = "New" }] },
            "SalesOrderLines.Description");

        Assert.Equal(WriteOutcome.Unknown, result.Outcome);
        Assert.Equal(2, (await orders.ReadAsync()).SalesOrderLines!.Count);
    }

    [Fact]
    public async Task What_is_only_read_has_no_lines_written()
    {
        await using var orders = await OrderAsync(lines: 1, ("Powerofficego:ReadOnly", "true"));
        await orders.Sandbox.ControlAsync(HttpMethod.Delete, "_log");

        var (_, result) = await orders.SendAsync(
            orders.Order with { SalesOrderLines = [] }, "SalesOrderLines.Quantity");

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Empty(await orders.Sandbox.LogAsync());
    }

    private static async Task<Written> OrderAsync(int lines, params (string Setting, string? Value)[] changes)
    {
        var sandbox = await RunningSandbox.StartAsync();
        var host = Host.Of(sandbox.Addresses, changes);
        var key = (await host.RecordsAsync(Go, Entity))[0].Key;
        for (var i = 1; i < lines; i++)
            await sandbox.PowerOfficeAsync(
                HttpMethod.Post, $"/SalesOrders/{key}/Lines", $$"""{"Quantity":{{i}},"Description":"Line {{i}}"}""");

        return new(sandbox, host, (await host.Source(Go, Entity).ReadAsync(key, Token))!);
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"{expected}\n{actual}");

    private sealed record Written(RunningSandbox Sandbox, Host Host, Record Record) : IAsyncDisposable
    {
        public string Key => Record.Key;

        public SalesOrder Order => (SalesOrder)Record.Value;

        public async Task<(string Body, WriteResult Result)> SendAsync(SalesOrder changed, params string[] touched)
        {
            var request = Host.Requests(Go, Entity).Update(Record, changed, touched);
            return (request.Body, await Host.Sink(Go, Entity).SendAsync(request, Token));
        }

        public async Task<Record> ReadRecordAsync() => (await Host.Source(Go, Entity).ReadAsync(Key, Token))!;

        public async Task<SalesOrder> ReadAsync() => (SalesOrder)(await ReadRecordAsync()).Value;

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Sandbox.DisposeAsync();
        }
    }
}
