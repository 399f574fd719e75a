namespace Sluice.Connectors.Http;

/// <summary>Which failures say that a request never left.</summary>
internal static class Unsent
{
    public static bool IsBeforeSending(this HttpRequestException failure) => failure.HttpRequestError is
        HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;
}
