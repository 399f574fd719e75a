using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Sluice.EndToEnd.Tests.Processes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>A person at a browser, who opens what <c>connect</c> prints.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>An address on this computer that nobody listens to.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/back"));
    }

    /// <summary>Signs in, and comes back.</summary>
    public async Task<string> SignInAsync(SluiceProcess connect) =>
        await ReadAsync(await BroughtBackToAsync(connect));

    /// <summary>Signs in, and stays where it is: the address that it would come back to.</summary>
    public async Task<Uri> BroughtBackToAsync(SluiceProcess connect) =>
        await FollowAsync(new((await connect.OutputAsync("/app/oauth/authorize")).Trim()));

    /// <summary>Where a page sends a browser.</summary>
    public async Task<Uri> FollowAsync(Uri shown)
    {
        using var answer = await _client.GetAsync(shown, TestContext.Current.CancellationToken);
        return answer.Headers.Location
            ?? throw new InvalidOperationException(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What a page says.</summary>
    public async Task<string> ReadAsync(Uri address)
    {
        using var answer = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _client.Dispose();
}
