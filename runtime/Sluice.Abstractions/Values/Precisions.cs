namespace Sluice;

/// <summary>Cuts points in time to a precision.</summary>
public static class Precisions
{
    /// <summary>The last moment of this precision that is not after the given one.</summary>
    public static DateTimeOffset Cut(this Precision precision, DateTimeOffset instant) =>
        instant.AddTicks(-(instant.UtcTicks % TicksOf(precision)));

    /// <summary>The coarser of two: what both sides can keep.</summary>
    public static Precision Coarser(Precision left, Precision right) => left > right ? left : right;

    private static long TicksOf(Precision precision) => precision switch
    {
        Precision.Microsecond => TimeSpan.TicksPerMicrosecond,
        Precision.Millisecond => TimeSpan.TicksPerMillisecond,
        Precision.Second => TimeSpan.TicksPerSecond,
        _ => 1,
    };
}
