using System.Net.Http.Headers;

namespace Sluice.Connectors.Http;

/// <summary>How long a system asks us to stay away.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// The wait, never negative; null where the answer asks for none. A date counts from our own clock.
    /// </summary>
    public static TimeSpan? Of(HttpResponseHeaders headers, TimeProvider time)
    {
        if (headers.RetryAfter is not { } retry)
            return null;

        var wait = retry.Delta ?? retry.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
