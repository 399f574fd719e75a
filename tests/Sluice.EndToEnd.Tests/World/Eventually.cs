namespace Sluice.EndToEnd.Tests.World;

/// <summary>
/// Waits for a state of another process. The sandbox's log cannot be awaited, so it is asked again, at most for
/// <see cref="Patience"/>.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<T> FindAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        var token = TestContext.Current.CancellationToken;
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            if (await look() is { } found)
                return found;

            await Task.Delay(Pause, TimeProvider.System, token);
        }

        throw new TimeoutException($"Within {Patience} there was no {what}.");
    }
}
