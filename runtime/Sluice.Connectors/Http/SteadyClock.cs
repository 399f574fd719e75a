namespace Sluice.Connectors.Http;

/// <summary>
/// The time as it passes, whatever becomes of the clock: one that is put right, by hand or from the network, must let
/// nobody wait for as long as it went back.
/// </summary>
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();

    public DateTimeOffset Now => _began + time.GetElapsedTime(_start);

    /// <summary>What people's clocks will show at a point of this one, as far as is known now.</summary>
    public DateTimeOffset Shown(DateTimeOffset at) => at + (time.GetUtcNow() - Now);
}
