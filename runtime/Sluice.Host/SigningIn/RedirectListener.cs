using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Sluice.Host.SigningIn;

/// <summary>
/// Waits on the loopback interface for a browser that comes back from a sign-in. Who comes without the state of this
/// attempt is sent away, and the wait goes on.
/// </summary>
internal sealed class RedirectListener : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _path;
    private readonly string _state;
    private readonly Action<Redirected> _found;

    private RedirectListener(WebApplication application, string path, string state, Action<Redirected> found) =>
        (_application, _path, _state, _found) = (application, path, state, found);

    /// <summary>Whether an address can be listened to: without a certificate, on this computer only.</summary>
    public static bool CanListenTo(Uri address) => address.Scheme == Uri.UriSchemeHttp && address.IsLoopback;

    /// <exception cref="HostException">The port is taken, or not for this user.</exception>
    public static async Task<RedirectListener> StartAsync(
        Uri address, string state, Action<Redirected> found, CancellationToken token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Listen(kestrel, address);
        });
        var application = builder.Build();
        var listener = new RedirectListener(application, address.AbsolutePath, state, found);
        application.Run(listener.AnswerAsync);
        try
        {
            await application.StartAsync(token);
            return listener;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException
            or System.Net.Sockets.SocketException)
        {
            await application.DisposeAsync();
            throw new HostException(
                $"Nobody can listen at {address}: {failed.Message}",
                "End what uses the port, or give another RedirectAddress, which must be registered with the "
                + "application.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static void Listen(KestrelServerOptions kestrel, Uri address)
    {
        if (IPAddress.TryParse(address.DnsSafeHost, out var host))
            kestrel.Listen(host, address.Port);
        else
            kestrel.ListenLocalhost(address.Port);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var isHere = request.Path == _path && HttpMethods.IsGet(request.Method);
        var redirected = isHere ? Redirected.Read(request.QueryString.Value ?? "", _state) : null;
        (context.Response.StatusCode, var words) = (isHere, redirected) switch
        {
            (false, _) => (404, "There is nothing here."),
            (true, null) => (400, "This belongs to no sign-in that is under way here. Use the address that the "
                + "terminal shows now."),
            (true, { Code: null }) => (200, "The sign-in was refused. The terminal says more."),
            _ => (200, "Thank you. The rest is in the terminal; this page can be closed."),
        };
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(words, context.RequestAborted);
        await context.Response.CompleteAsync();
        if (redirected is not null)
            _found(redirected);
    }
}
