using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sluice.Connectors.Tests.Wire;

/// <summary>A server for one call: it keeps the request as it came over the wire, and answers.</summary>
/// <param name="answer">The answer's bytes, one a character, status line first; then the connection is closed.</param>
/// <param name="holds">Whether the connection is left open instead, until the caller closes it.</param>
internal sealed class Loopback(string answer, bool holds = false) : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _work = Task.CompletedTask;

    public Uri Address { get; private set; } = null!;

    /// <summary>Done when the whole request is there.</summary>
    public Task Received => _received.Task;

    /// <summary>
    /// The request: its line, headers and body, without what only this run has; empty where none came.
    /// </summary>
    public string Request { get; private set; } = "";

    public static Loopback Start(string answer, bool holds = false)
    {
        var server = new Loopback(answer, holds);
        server._listener.Start();
        server.Address = new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"http://127.0.0.1:{((IPEndPoint)server._listener.LocalEndpoint).Port}"));
        server._work = server.ServeAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = client.GetStream();
            Request = (await ReadAsync(stream)).Replace(Address.Authority, "HOST", StringComparison.Ordinal);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(answer));
            _received.SetResult();
            while (holds && await stream.ReadAsync(new byte[1], _stop.Token) > 0)
            {
            }
        }
        catch (Exception cause) when (cause is OperationCanceledException or IOException)
        {
            // The call is over, or its connection was reset.
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
