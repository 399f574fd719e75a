using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;
using KeapProduct = Sluice.Connectors.Keap.Product;

namespace Sluice.Connectors.Tests;

/// <summary>What a vendor says of a bad value reaches whoever reads the entry, with the field's name.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string, object, string> Bad => new()
    {
        { "Keap", "Products", new KeapProduct { ProductName = "Kite", ProductPrice = -1 }, "product_price must" },
        { "Keap", "Products", new KeapProduct(), "product_name is required" },
        {
            "Powerofficego", "Employees",
            new Employee { FirstName = "Ida", LastName = "Moe", EmailAddress = "ida@" }, "EmailAddress 'ida@' is not"
        },
        {
            "Powerofficego", "Employees",
            new Employee { FirstName = "Ida", LastName = "Moe", DepartmentId = 5 }, "DepartmentId 5 does not exist"
        },
        { "Powerofficego", "Departments", new Department { Code = "70" }, "needs a Name" },
        {
            "Powerofficego", "Products",
            new Product { Name = "Kite", ProductType = "Goods" }, "ProductType must be one of Product, Service"
        },
        { "Powerofficego", "Suppliers person", new Supplier { FirstName = "Ida" }, "needs FirstName and LastName" },
        { "Powerofficego", "Salesorders", new SalesOrder { CustomerId = 5 }, "CustomerId 5 does not exist" },
        {
            "YouTrack", "Projects",
            new Project { Name = "Keel", ShortName = "RIG", Leader = new() { Id = "1-3" } }, "short name RIG is taken"
        },
        {
            "YouTrack", "Issues",
            new Issue { Summary = "Mend", Project = new() { Id = "c0ffee" } }, "Invalid structure of entity id"
        },
        {
            "YouTrack", "Workitems",
            new WorkItem { Issue = new() { Id = "2-1" }, Duration = new() { Minutes = 0 } }, "duration.minutes must be"
        },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_value_is_refused_in_the_vendors_words(
        string system, string entity, object draft, string words)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var result = await host.Sink(system, entity).SendAsync(
            host.Requests(system, entity).Create(draft), TestContext.Current.CancellationToken);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.StartsWith("400: ", result.Reason, StringComparison.Ordinal);
        Assert.Contains(words, result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
    }
}
