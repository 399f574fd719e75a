namespace Sluice.Connectors.Http;

/// <summary>
/// The time by which the write under way is sent. It goes with the flow of the call, for what the call waits for on its
/// way, as a token that is renewed, knows nothing of what is sent.
/// </summary>
internal static class SendLimit
{
    private static readonly AsyncLocal<Func<OverdueException?>?> Overdue = new();

    /// <summary>Asked after each wait, for a process may have been held up in it.</summary>
    /// <exception cref="OverdueException">It is too late to send what is under way.</exception>
    public static void Demand()
    {
        if (Overdue.Value?.Invoke() is { } late)
            throw late;
    }

    /// <summary>Sends while there is time, and lets whoever is on the way ask for it.</summary>
    /// <param name="by">The time; null where there is none.</param>
    /// <param name="time">Tells how late it is.</param>
    /// <param name="send">Sends.</param>
    /// <exception cref="OverdueException">It is too late.</exception>
    public static async Task<HttpResponseMessage> WithinAsync(
        DateTimeOffset? by, TimeProvider time, Func<Task<HttpResponseMessage>> send)
    {
        Overdue.Value = by is { } limit ? () => limit < time.GetUtcNow() ? new(limit) : null : null;
        Demand();
        return await send();
    }
}
