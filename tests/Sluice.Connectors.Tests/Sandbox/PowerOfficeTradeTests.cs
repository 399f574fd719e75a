using System.Net;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

/// <summary>Employees, departments, products, suppliers and orders of PowerOffice Go.</summary>
public sealed class PowerOfficeTradeTests
{
    [Theory]
    [InlineData("Employees", """{"FirstName":"Ida"}""", "needs FirstName and LastName")]
    [InlineData("Employees", """{"FirstName":"Ida","LastName":null}""", "LastName must not be null")]
    [InlineData("Employees", """{"FirstName":"Ida","LastName":"Moe","DepartmentCode":"99"}""", "DepartmentCode \"99\"")]
    [InlineData("Employees", """{"FirstName":"Ida","LastName":"Moe","DepartmentId":5}""", "DepartmentId 5 does not")]
    [InlineData("Employees", """{"FirstName":"Ida","LastName":"Moe","ManagerEmployeeId":5}""", "ManagerEmployeeId 5")]
    [InlineData("Employees", """{"FirstName":"Ida","LastName":"Moe","StartDate":"soon"}""", "kind Date")]
    [InlineData("Employees", """{"FirstName":"Ida","LastName":"Moe","EmailAddress":"ida"}""", "not a valid e-mail")]
    [InlineData("Employees", """{"FirstName":"Ida","LastName":"Moe","MailAddress":{"City":"Oslo"}}""", "ZipCode")]
    [InlineData("Departments", """{"Code":"99"}""", "needs a Name")]
    [InlineData("Departments", """{"Name":"Sales","IsActive":"yes"}""", "kind Flag")]
    [InlineData("Departments", """{"Name":"Sales","ManagerEmployeeId":5}""", "ManagerEmployeeId 5 does not exist")]
    [InlineData("Departments", """{"Name":"Sales","Id":5}""", "read-only")]
    [InlineData("Products", """{"Code":"K"}""", "needs a Name")]
    [InlineData("Products", """{"Name":"Kite","ProductType":"Goods"}""", "one of Product, Service")]
    [InlineData("Products", """{"Name":"Kite","UnitPrice":"12"}""", "kind Number")]
    [InlineData("Products", """{"Name":"Kite","StockAvailable":1}""", "read-only")]
    [InlineData("Products", """{"Name":"Kite","product_name":"x"}""", "not a known property")]
    [InlineData("Suppliers", """{}""", "a company needs a Name")]
    [InlineData("Suppliers", """{"IsPerson":true,"FirstName":"Ida"}""", "a person needs FirstName and LastName")]
    [InlineData("Suppliers", """{"Name":"Sun","InvoiceEmailAddress":"a@b.example"}""", "not a known property")]
    [InlineData("SalesOrders/Complete", """{"CurrencyCode":"NOK"}""", "needs a customer")]
    [InlineData("SalesOrders/Complete", """{"CustomerId":5}""", "CustomerId 5 does not exist")]
    [InlineData("SalesOrders/Complete", """{"CustomerId":CUSTOMER,"SalesOrderStatus":"Sent"}""", "Draft, Confirmed")]
    [InlineData("SalesOrders/Complete", """{"CustomerId":CUSTOMER,"NetAmount":5}""", "read-only")]
    [InlineData(
        "SalesOrders/Complete",
        """{"CustomerId":CUSTOMER,"SalesOrderLines":[{"ProductId":PRODUCT}]}""", "needs a Quantity")]
    [InlineData(
        "SalesOrders/Complete",
        """{"CustomerId":CUSTOMER,"SalesOrderLines":[{"ProductCode":"?","Quantity":1}]}""", "ProductCode ? does not")]
    public async Task A_bad_record_is_refused_with_what_is_wrong(string path, string body, string words)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var sent = body
            .Replace("CUSTOMER", await FirstAsync(sandbox, "Customers"), StringComparison.Ordinal)
            .Replace("PRODUCT", await FirstAsync(sandbox, "Products"), StringComparison.Ordinal);

        var refused = await sandbox.PowerOfficeAsync(Post, $"/{path}", sent).Expect(BadRequest);

        Assert.Equal("application/problem+json", refused.Type);
        Assert.Equal($"{path.Split('/')[0][..^1]} validation error(s)", refused["title"]);
        Assert.Contains(words, refused["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_names_what_an_id_would_and_an_id_goes_before_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var departments = (await sandbox.PowerOfficeAsync(Get, "/Departments").Expect(OK)).Json.AsArray();
        var customer = (await sandbox.PowerOfficeAsync(Get, "/Customers?PageSize=1").Expect(OK)).Json[0]!;
        var (one, two) = (departments[0]!, departments[1]!);

        var made = await sandbox.PowerOfficeAsync(
            Post, "/Employees",
            $$"""{"FirstName":"Ida","LastName":"Moe","DepartmentCode":{{one["Code"]!.ToJsonString()}}}""")
            .Expect(Created);
        var moved = await sandbox.PowerOfficeAsync(
            Patch, $"/Employees/{made["Id"]}",
            $$"""
            [{"op":"replace","path":"/DepartmentCode","value":{{one["Code"]!.ToJsonString()}}},
             {"op":"replace","path":"/DepartmentId","value":{{two["Id"]}}}]
            """).Expect(OK);
        var left = await sandbox.PowerOfficeAsync(
            Patch, $"/Employees/{made["Id"]}", """[{"op":"replace","path":"/DepartmentCode","value":null}]""")
            .Expect(OK);
        var order = await sandbox.PowerOfficeAsync(
            Post, "/SalesOrders/Complete", $$"""{"CustomerNo":{{customer["Number"]}}}""").Expect(Created);
        await sandbox.PowerOfficeAsync(Post, "/SalesOrders/Complete", """{"CustomerNo":1}""").Expect(BadRequest);

        Assert.Equal(one["Id"]!.ToString(), made["DepartmentId"]);
        Assert.Equal(
            (two["Id"]!.ToString(), two["Code"]!.ToString()), (moved["DepartmentId"], moved["DepartmentCode"]));
        Assert.Null(left.Json["DepartmentId"]);
        Assert.Equal(customer["Id"]!.ToString(), order["CustomerId"]);
    }

    [Fact]
    public async Task A_supplier_that_is_a_company_has_people_and_is_not_deleted_while_it_has()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        const string person = """{"FirstName":"Ask","LastName":"Lind"}""";
        var company = (await sandbox.PowerOfficeAsync(
            Post, "/Suppliers", """{"Name":"Sails AS"}""").Expect(Created))["Id"];
        var human = (await sandbox.PowerOfficeAsync(
            Post, "/Suppliers", """{"IsPerson":true,"FirstName":"Embla","LastName":"Vik"}""").Expect(Created))["Id"];

        var made = await sandbox.PowerOfficeAsync(Post, $"/ContactPersons/{company}", person).Expect(Created);
        await sandbox.PowerOfficeAsync(Post, $"/ContactPersons/{human}", person).Expect(BadRequest);
        await sandbox.PowerOfficeAsync(Delete, $"/Suppliers/{company}").Expect(Conflict);
        await sandbox.PowerOfficeAsync(Delete, $"/ContactPersons/{company}/{made["Id"]}").Expect(OK);
        await sandbox.PowerOfficeAsync(Delete, $"/Suppliers/{company}").Expect(OK);
        Assert.Equal(company, made["ContactId"]);
    }

    [Fact]
    public async Task A_new_product_is_answered_with_200_and_all_others_with_201()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var product = await sandbox.PowerOfficeAsync(Post, "/Products", """{"Name":"Kite"}""").Expect(OK);
        var department = await sandbox.PowerOfficeAsync(Post, "/Departments", """{"Name":"Sales"}""").Expect(Created);

        Assert.Equal("Product", product["ProductType"]);
        Assert.Equal("false", department["IsActive"]);
    }

    [Fact]
    public async Task What_an_id_refers_to_shows_beside_it_and_cannot_be_deleted_meanwhile()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var department = await FirstAsync(sandbox, "Departments");
        var product = await FirstAsync(sandbox, "Products");

        var made = await sandbox.PowerOfficeAsync(
            Post, "/Employees", $$"""{"FirstName":"Ida","LastName":"Moe","DepartmentId":{{department}}}""")
            .Expect(Created);
        await sandbox.PowerOfficeAsync(Delete, $"/Departments/{department}").Expect(Conflict);
        await sandbox.PowerOfficeAsync(Delete, $"/Products/{product}").Expect(Conflict);
        var left = await sandbox.PowerOfficeAsync(
            Patch, $"/Employees/{made["Id"]}", """[{"op":"replace","path":"/DepartmentId","value":null}]""").Expect(OK);

        Assert.Equal("10", made["DepartmentCode"]);
        Assert.Null(left.Json["DepartmentCode"]);
    }

    [Fact]
    public async Task An_order_is_listed_without_its_lines_and_a_patch_does_not_reach_them()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var order = await FirstAsync(sandbox, "SalesOrders");

        var whole = await sandbox.PowerOfficeAsync(Get, $"/SalesOrders/{order}/Complete").Expect(OK);
        var alone = await sandbox.PowerOfficeAsync(Get, $"/SalesOrders/{order}").Expect(OK);
        var lines = await sandbox.PowerOfficeAsync(Get, $"/SalesOrders/{order}/Lines").Expect(OK);
        await sandbox.PowerOfficeAsync(Post, "/SalesOrders", "{}").Expect(MethodNotAllowed);
        await sandbox.PowerOfficeAsync(
            Patch, $"/SalesOrders/{order}", """[{"op":"replace","path":"/SalesOrderLines","value":[]}]""")
            .Expect(BadRequest);

        Assert.Equal(whole.Json["SalesOrderLines"]!.ToJsonString(), lines.Json.ToJsonString());
        Assert.DoesNotContain("SalesOrderLines", alone.Json.AsObject());
        Assert.Equal("1", alone["LineCount"]);
    }

    [Theory]
    [InlineData("Departments?codes=20", 1)]
    [InlineData("Departments?isActive=false", 1)]
    [InlineData("Products?type=Service", 0)]
    [InlineData("Products?codes=RO-100,RO-101", 2)]
    [InlineData("SalesOrders?orderStatus=Confirmed", 8)]
    [InlineData("Employees?lastChangedDateTimeOffsetGreaterThan=2030-01-01T00:00:00Z", 0)]
    public async Task A_list_is_filtered_by_what_the_vendor_names(string path, int count)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var list = await sandbox.PowerOfficeAsync(Get, $"/{path}");

        Assert.Equal(count, list.Text.Length == 0 ? 0 : list.Json.AsArray().Count);
    }

    [Theory]
    [InlineData("Employees?codes=1")]
    [InlineData("Products?OrderBy=Price")]
    [InlineData("SalesOrders?Fields=SalesOrderLines")]
    [InlineData("Suppliers?lastChangedDateTimeOffsetGreaterThan=yesterday")]
    public async Task What_a_list_does_not_know_is_refused(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.PowerOfficeAsync(Get, $"/{path}").Expect(BadRequest);
    }

    [Theory]
    [InlineData("Employees")]
    [InlineData("Departments")]
    [InlineData("Products")]
    [InlineData("Suppliers")]
    [InlineData("SalesOrders")]
    public async Task A_privilege_is_missing_by_itself(string entity)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync(
            $$"""{"system":"powerofficego","kind":"right-missing","entity":"{{entity.ToLowerInvariant()}}"}""");

        await sandbox.PowerOfficeAsync(Get, $"/{entity}").Expect(Forbidden);
        await sandbox.PowerOfficeAsync(Get, "/Customers").Expect(OK);
        var information = (await sandbox.PowerOfficeAsync(Get, "/ClientIntegrationInformation")).Json;

        Assert.Contains(
            entity[..^1], information["InvalidPrivileges"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    [Fact]
    public async Task Only_what_is_shown_can_be_replaced_or_removed_and_what_is_not_can_be_added()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var place = $"/Employees/{await FirstAsync(sandbox, "Employees")}";

        var early = await PatchAsync("replace", """, "value": { "City": "Oslo", "ZipCode": "0150" }""", BadRequest);
        await PatchAsync("remove", "", BadRequest);
        await PatchAsync("add", """, "value": { "City": "Oslo", "ZipCode": "0150" }""", OK);
        await PatchAsync("replace", """, "value": { "City": "Bodø", "ZipCode": "8001" }""", OK);
        await PatchAsync("remove", "", OK);
        await PatchAsync("remove", "", BadRequest);

        Assert.Contains("There is nothing at the path '/MailAddress'", early["detail"], StringComparison.Ordinal);

        async Task<Answer> PatchAsync(string op, string value, HttpStatusCode status) =>
            (await sandbox.PowerOfficeAsync(
                Patch, place, $$"""[{ "op": "{{op}}", "path": "/MailAddress"{{value}} }]""")).Expect(status);
    }

    private static async Task<string> FirstAsync(RunningSandbox sandbox, string entity) =>
        (await sandbox.PowerOfficeAsync(Get, $"/{entity}?PageSize=1&Fields=Id")).Json[0]!["Id"]!.ToString();
}
