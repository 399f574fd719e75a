using Sluice.Connectors.Keap.Rest;
using Sluice.Http;

namespace Sluice.Connectors.Tests.Wire;

public sealed class RestClientsTests
{
    [Fact]
    public void The_trailing_slash_of_a_base_address_is_taken_off()
    {
        using var client = new HttpClient { BaseAddress = new Uri("https://example.test/hub/") };
        RestClients.Create<IKeapReads>(client, WireContext.Default);
        RestClients.Create<IKeapReads>(client, WireContext.Default);
        Assert.Equal("https://example.test/hub", client.BaseAddress.AbsoluteUri);
    }

    [Fact]
    public void A_client_without_a_base_address_is_refused_by_name()
    {
        using var client = new HttpClient();
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            RestClients.Create<IKeapReads>(client, WireContext.Default));
        Assert.Contains(nameof(IKeapReads), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_rest_interface_is_refused_by_name()
    {
        using var client = new HttpClient { BaseAddress = new Uri("https://example.test") };
        var thrown = Assert.ThrowsAny<Exception>(() => RestClients.Create<IDisposable>(client, WireContext.Default));
        Assert.Contains(nameof(IDisposable), thrown.Message, StringComparison.Ordinal);
    }
}
