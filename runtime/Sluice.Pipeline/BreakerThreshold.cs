namespace Sluice.Pipeline;

/// <summary>From where on changes are too many for one pairing. What is not given is as for all pairings.</summary>
public sealed class BreakerThreshold
{
    /// <summary>As <see cref="BreakerOptions.Count"/>.</summary>
    public int? Count { get; set; }

    /// <summary>As <see cref="BreakerOptions.Share"/>.</summary>
    public double? Share { get; set; }
}
