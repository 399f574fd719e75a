using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed class KeapProductTests
{
    [Fact]
    public async Task A_product_is_made_changed_and_deleted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var made = await sandbox.KeapAsync(Post, "/products", """{"product_name":"Kite","product_price":19.9}""")
            .Expect(Created);
        var changed = await sandbox.KeapAsync(
            Patch, $"/products/{made["id"]}", """{"product_name":"Kite","active":false,"sku":"KI-1"}""").Expect(OK);
        await sandbox.KeapAsync(Delete, $"/products/{made["id"]}").Expect(NoContent);
        await sandbox.KeapAsync(Get, $"/products/{made["id"]}").Expect(NotFound);

        Assert.Equal("1", made["status"]);
        Assert.Equal("0", changed["status"]);
        Assert.Equal("KI-1", changed["sku"]);
        Assert.Equal("19.9", changed["product_price"]);
        Assert.DoesNotContain("active", changed.Json.AsObject());
    }

    [Theory]
    [InlineData("""{}""", "product_name is required.")]
    [InlineData("""{"product_name":" "}""", "product_name is required.")]
    [InlineData("""{"product_name":"Kite","id":7}""", "id is read-only.")]
    [InlineData("""{"product_name":"Kite","url":"x"}""", "url is read-only.")]
    [InlineData("""{"product_name":"Kite","status":0}""", "status is read-only.")]
    [InlineData("""{"product_name":"Kite","product_options":[]}""", "product_options is read-only.")]
    [InlineData("""{"product_name":"Kite","product_price":"19"}""", "product_price must be of kind Number.")]
    [InlineData("""{"product_name":"Kite","product_price":-1}""", "product_price must not be negative.")]
    [InlineData("""{"product_name":"Kite","active":null}""", "active must not be null.")]
    [InlineData("""{"product_name":"Kite","name":"v2"}""", "name is not a known property.")]
    public async Task A_bad_product_is_refused_with_a_message(string body, string message)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = (await sandbox.KeapAsync(Get, "/products?limit=1")).Json["products"]![0]!["id"];

        var made = await sandbox.KeapAsync(Post, "/products", body).Expect(BadRequest);
        var changed = await sandbox.KeapAsync(Patch, $"/products/{first}", body).Expect(BadRequest);

        Assert.Equal(message, made["message"]);
        Assert.Equal(message, changed["message"]);
    }

    [Theory]
    [InlineData("/products?order=id")]
    [InlineData("/products?since=2024-01-01T00:00:00.000Z")]
    [InlineData("/products?active=1")]
    [InlineData("/products?optional_properties=notes")]
    public async Task What_the_list_does_not_know_is_refused(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.NotEmpty((await sandbox.KeapAsync(Get, path).Expect(BadRequest))["message"]);
    }

    [Fact]
    public async Task Products_that_are_for_sale_and_those_that_are_not_make_up_all()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var counts = new List<int>();
        foreach (var query in new[] { "", "?active=true", "?active=false" })
            counts.Add((await sandbox.KeapAsync(Get, $"/products{query}")).Json["count"]!.GetValue<int>());

        Assert.Equal(counts[0], counts[1] + counts[2]);
        Assert.DoesNotContain(0, counts);
    }
}
