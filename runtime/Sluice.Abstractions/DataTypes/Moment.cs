namespace Sluice;

/// <summary>A point in time to a nanosecond.</summary>
/// <param name="Utc">To its tick.</param>
/// <param name="Nanoseconds">Beyond that, from 0 to 99.</param>
internal readonly record struct Moment(DateTime Utc, int Nanoseconds);
