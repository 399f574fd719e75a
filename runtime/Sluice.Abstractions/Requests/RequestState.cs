namespace Sluice;

/// <summary>How far a request for a run is.</summary>
public enum RequestState
{
    /// <summary>No owner has taken it up.</summary>
    Waiting,

    /// <summary>The owner has taken it up, and has not answered. It is never taken up again.</summary>
    TakenUp,

    /// <summary>It was carried out.</summary>
    Answered,

    /// <summary>Whoever asked was not heard of in time: it is not taken up any more.</summary>
    Lapsed,

    /// <summary>An owner had taken it up, and another owns the store by now: nobody answers it any more.</summary>
    Broken,
}
