namespace Sluice;

/// <summary>A run that ended.</summary>
/// <param name="Id">Its number.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Report">Its report as JSON.</param>
public sealed record StoredRun(long Id, DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Report);
