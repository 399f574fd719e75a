using System.Net;

namespace Sluice.Connectors.Http;

/// <summary>The bottom of every client.</summary>
internal static class SocketHandler
{
    /// <remarks>
    /// Redirects are not followed: they would carry a write to where nobody configured it. Connections are renewed, so
    /// that a host that runs for months sees the vendor's addresses move.
    /// </remarks>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
