using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sluice.Generator.Tests.Rest;

/// <summary>A server that keeps every request as it came over the wire, and answers what it was told to.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public Loopback()
    {
        _listener.Start();
        Address = new Uri(
            FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));
        _loop = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The whole next answer, status line first.</summary>
    public string Answer { get; set; } = "";

    /// <summary>The last request: its line, headers and body, without what only this run has.</summary>
    public string Request { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                Request = (await ReadAsync(stream)).Replace(Address.Authority, "HOST", StringComparison.Ordinal);
                await stream.WriteAsync(Encoding.Latin1.GetBytes(Answer));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
            head.Append((char)one[0]);

        const string Length = "Content-Length: ";
        var text = head.ToString();
        var at = text.IndexOf(Length, StringComparison.Ordinal);
        if (at < 0)
            return text;

        var digits = text[(at + Length.Length)..].Split('\r')[0];
        var body = new byte[int.Parse(digits, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return text + Encoding.UTF8.GetString(body);
    }
}
