namespace Sluice;

/// <summary>How finely a system keeps points in time, from the finest to the coarsest.</summary>
public enum Precision
{
    /// <summary>100 nanoseconds: all that a value holds.</summary>
    Tick,

    /// <summary>Microseconds.</summary>
    Microsecond,

    /// <summary>Milliseconds.</summary>
    Millisecond,

    /// <summary>Whole seconds.</summary>
    Second,
}
