namespace Sluice.Pipeline;

/// <summary>How waiting for a run that was asked for ended.</summary>
public enum RequestEnd
{
    /// <summary>The owner carried it out.</summary>
    Answered,

    /// <summary>Nobody owns the store any more, and nobody has taken the request up: it is gone, and the store is ours.
    /// </summary>
    Ours,

    /// <summary>The owner that had taken it up ended before it had answered. What it did is journalled.</summary>
    Broken,

    /// <summary>Whoever asked gave up before it was taken up: it is gone, and nothing of it is done.</summary>
    Withdrawn,

    /// <summary>Whoever asked gave up after it was taken up: it is carried out to its end.</summary>
    UnderWay,
}
