namespace Sluice.Connectors.Http;

/// <summary>The time of a call ended while it waited for what it had to bear. Nothing was sent, or done.</summary>
internal sealed class UnsentException(Exception cause)
    : Exception("No access token came in time, so nothing was sent.", cause);
