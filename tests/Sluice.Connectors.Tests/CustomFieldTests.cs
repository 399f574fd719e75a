using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connectors.Keap;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>The fields of an account's own, of which nobody knows what they hold.</summary>
public sealed class CustomFieldTests
{
    [Fact]
    public async Task What_a_custom_field_holds_goes_back_as_it_came_where_another_is_written()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var raw = JsonNode.Parse("""
            {"id":7,"custom_fields":[
              {"id":1,"content":12},{"id":2,"content":["a","b"]},{"id":3,"content":"old"},{"id":4,"content":null}]}
            """)!;
        var read = KeapEntities.Contacts.Read(
            JsonSerializer.SerializeToElement(raw), out var reason);
        Assert.Null(reason);
        var contact = (Contact)read!.Value;
        Assert.Equal(["12", """["a","b"]""", "old", null], contact.CustomFields!.Select(field => field.Content));

        var request = host.Requests("Keap", "Contacts").Update(
            read,
            contact with
            {
                CustomFields = [.. contact.CustomFields!.Select(field =>
                    field.Id == 3 ? field with { Content = "new" } : field)],
            },
            ["custom_fields"]);

        Assert.Equal(
            """
            {"custom_fields":[{"id":1,"content":12},{"id":2,"content":["a","b"]},{"id":3,"content":"new"},{"id":4}]}
            """.Trim(),
            request.Body);
    }
}
