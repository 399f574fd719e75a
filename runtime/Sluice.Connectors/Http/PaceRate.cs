namespace Sluice.Connectors.Http;

/// <summary>
/// How many calls a second a system bears: at most what is set, less after each refusal, and from there slowly more
/// again.
/// </summary>
/// <remarks>Not safe for concurrent use: the pacer guards it.</remarks>
internal sealed class PaceRate(double most)
{
    private const double Least = 0.1;
    private const double Kept = 0.7;

    // A tenth of what is set comes back in this time, so that what a limit is too high by is tried out rarely.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private (double PerSecond, DateTimeOffset At)? _refused;

    public double At(DateTimeOffset now) => _refused is { } refused
        ? Math.Min(most, refused.PerSecond + (most / 10 * ((now - refused.At) / Step)))
        : most;

    public void Refused(DateTimeOffset now) => _refused = (Math.Max(Least, At(now) * Kept), now);
}
