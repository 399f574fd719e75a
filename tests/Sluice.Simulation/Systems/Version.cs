namespace Sluice.Simulation;

/// <summary>A state of a record, and from when on who sees it.</summary>
/// <param name="Row">What it holds; null where it is gone.</param>
/// <param name="ReadableFrom">When asking for the record shows it.</param>
/// <param name="ListableFrom">When a listing shows it.</param>
internal sealed record Version(Row? Row, DateTimeOffset ReadableFrom, DateTimeOffset ListableFrom);
