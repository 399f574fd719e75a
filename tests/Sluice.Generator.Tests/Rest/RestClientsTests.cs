using Sluice.Http;

namespace Sluice.Generator.Tests.Rest;

public sealed class RestClientsTests
{
    [Fact]
    public void The_trailing_slash_of_a_base_address_is_taken_off()
    {
        using var client = new HttpClient { BaseAddress = new Uri("https://example.test/hub/") };
        RestClients.Create<IWire>(client, WireContext.Default);
        RestClients.Create<IWire>(client, WireContext.Default);
        Assert.Equal("https://example.test/hub", client.BaseAddress.AbsoluteUri);
    }

    [Fact]
    public void A_client_without_a_base_address_is_refused_by_name()
    {
        using var client = new HttpClient();
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            RestClients.Create<IWire>(client, WireContext.Default));
        Assert.Contains(nameof(IWire), thrown.Message, StringComparison.Ordinal);
    }
}
