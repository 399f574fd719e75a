using System.Net;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed class HubUsersTests
{
    [Fact]
    public async Task A_list_is_a_page_object_and_its_total_is_reached_by_skipping()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var ids = new HashSet<string>();
        var pages = 0;
        int total;
        do
        {
            var page = (await sandbox.HubAsync(HttpMethod.Get, $"/users?fields=id,login&$top=500&$skip={ids.Count}")).Expect(HttpStatusCode.OK).Json;
            Assert.Equal(25, page["top"]!.GetValue<int>());
            Assert.Equal(ids.Count, page["skip"]!.GetValue<int>());
            total = page["total"]!.GetValue<int>();
            ids.UnionWith(page["users"]!.AsArray().Select(user => user!["id"]!.GetValue<string>()));
            pages++;
        }
        while (ids.Count < total);

        Assert.Equal((total + 24) / 25, pages);
        Assert.InRange(total, 180, 220);
    }
}
