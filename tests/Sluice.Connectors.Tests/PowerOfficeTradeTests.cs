using System.Net;
using System.Text.Json.Nodes;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>Orders, and listings of what changed.</summary>
public sealed class PowerOfficeTradeTests
{
    private const string Go = "Powerofficego";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_made_with_its_lines_and_shows_them_where_it_is_read_alone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var customer = (Customer)(await host.RecordsAsync(Go, "Customers"))[0].Value;
        var product = (Product)(await host.RecordsAsync(Go, "Products"))[0].Value;
        var draft = new SalesOrder
        {
            CustomerId = customer.Id,
            SalesOrderDate = new(2026, 2, 3),
            SalesOrderNo = 5,
            SalesOrderLines = [new() { ProductId = product.Id, Quantity = 2.5m, ProductUnitPrice = 10 }],
        };

        var request = host.Requests(Go, "Salesorders").Create(draft);
        var result = await host.Sink(Go, "Salesorders").SendAsync(request, Token);
        var listed = (await host.RecordsAsync(Go, "Salesorders")).Single(one => one.Key == result.Record!.Key);
        var read = (SalesOrder)(await host.Source(Go, "Salesorders").ReadAsync(listed.Key, Token))!.Value;

        Assert.Equal(
            $$"""
            {"CustomerId":{{customer.Id}},"SalesOrderDate":"2026-02-03",
             "SalesOrderLines":[{"ProductId":{{product.Id}},"Quantity":2.5,"ProductUnitPrice":10}]}
            """.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal),
            request.Body);
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Assert.Null(((SalesOrder)listed.Value).SalesOrderLines);
        Assert.False(listed.Raw.TryGetProperty("SalesOrderLines", out _));
        Assert.Equal(["SalesOrderLines"], host.Source(Go, "Salesorders").Unlisted);
        Assert.Equal(product.Code, Assert.Single(read.SalesOrderLines!).ProductCode);
        Assert.Equal((25m, 31.25m, 1), (read.NetAmount, read.TotalAmount, read.LineCount));
        Assert.Equal(customer.Number, read.CustomerNo);
    }

    [Fact]
    public async Task A_supplier_that_is_a_customer_too_has_the_same_id_and_is_another_record()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var suppliers = await host.RecordsAsync(Go, "Suppliers");
        var customers = await host.RecordsAsync(Go, "Customers");
        var both = suppliers.Select(one => one.Key).Intersect(customers.Select(one => one.Key)).ToList();

        Assert.Equal(3, both.Count);
        Assert.Empty(suppliers.Select(one => one.Identity).Intersect(customers.Select(one => one.Identity)));
    }

    [Theory]
    [InlineData("Departments", "Name")]
    [InlineData("Employees", "JobTitle")]
    [InlineData("Products", "Description")]
    [InlineData("Salesorders", "CustomerReference")]
    [InlineData("Suppliers", "PhoneNumber")]
    [InlineData("Suppliers person", "PhoneNumber")]
    public async Task What_changed_since_a_cursor_is_listed_and_what_bears_its_very_stamp_again(
        string entity, string property)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var source = Assert.IsAssignableFrom<IDeltaSource>(host.Source(Go, entity));
        var pages = await host.PagesAsync(Go, entity);
        var records = pages.SelectMany(page => page.Records).ToList();
        Assert.All(pages[..^1], page => Assert.Null(page.Cursor));
        Assert.NotNull(pages[^1].Cursor);

        // The first page is where the cursor comes from: what changes afterwards is later, wherever it stands.
        await EditAsync(sandbox, entity, records[^1].Key, property);
        var first = await ChangedAsync(source, pages[^1].Cursor!);
        var again = await ChangedAsync(source, first[^1].Cursor!);
        var earlier = await ChangedAsync(source, source.Earlier(first[^1].Cursor!, TimeSpan.FromDays(10_000)));

        Assert.Contains(records[^1].Key, Keys(first));
        Assert.Equal([records[^1].Key], Keys(again));
        Assert.Equal(records.Count, Keys(earlier).Count);
        Assert.All([first, again, earlier], listed => Assert.NotNull(listed[^1].EndProof));

        sandbox.Clock.Advance(TimeSpan.FromTicks(1));
        await EditAsync(sandbox, entity, records[0].Key, property);
        Assert.Equal([records[0].Key, records[^1].Key], Keys(await ChangedAsync(source, again[^1].Cursor!)));
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused_so_that_everything_is_listed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var source = (IDeltaSource)host.Source(Go, "Products");

        var failure = await Assert.ThrowsAsync<RemoteException>(() => ChangedAsync(source, "yesterday"));

        Assert.Equal(RemoteFailure.Malformed, failure.Failure);
    }

    private static async Task<List<Page>> ChangedAsync(IDeltaSource source, string cursor)
    {
        var pages = new List<Page>();
        await foreach (var page in source.ListChangedAsync(cursor, Token))
            pages.Add(page);

        return pages;
    }

    private static List<string> Keys(List<Page> pages) =>
        [.. pages.SelectMany(page => page.Records).Select(record => record.Key)];

    private static async Task EditAsync(RunningSandbox sandbox, string entity, string key, string property)
    {
        var edit = new JsonObject
        {
            ["system"] = "powerofficego",
            ["entity"] = entity.Split(' ')[0].ToLowerInvariant(),
            ["id"] = key,
            ["set"] = new JsonObject { [property] = "Changed" },
        };
        await sandbox.ControlAsync(HttpMethod.Post, "_edit", edit.ToJsonString()).Expect(HttpStatusCode.OK);
    }
}
