namespace Sluice.Pipeline.Tests;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class Clock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
