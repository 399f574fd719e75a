namespace Sluice.Connectors.Tests.Wire;

/// <summary>A call and what is answered.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Answer">The whole answer, status line first; nothing at all where the connection is cut.</param>
/// <param name="Send">Makes the call.</param>
internal sealed record WireCall(string Name, string Answer, Func<HttpClient, CancellationToken, Task<object>> Send)
{
    /// <summary>When the call is cancelled.</summary>
    public Cancelled Cancelled { get; init; }
}
