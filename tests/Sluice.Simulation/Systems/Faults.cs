namespace Sluice.Simulation;

/// <summary>Decides what goes wrong, and counts it.</summary>
internal sealed class Faults(Chance chance, double share)
{
    private static readonly Fault[] OfWrites =
    [
        Fault.LostRequest, Fault.LostAnswer, Fault.BrokenAnswer, Fault.LateCommit, Fault.Throttled, Fault.ServerError,
        Fault.ErrorAfterCommit, Fault.WebPage,
    ];

    private static readonly Fault[] OfReads =
        [Fault.LostRequest, Fault.BrokenAnswer, Fault.Throttled, Fault.ServerError, Fault.WebPage];

    private static readonly Fault[] OfListings = [.. OfReads, Fault.EmptyListing, Fault.SignInRefused];

    private readonly int[] _counts = new int[Enum.GetValues<Fault>().Length];

    /// <summary>Off while the run waits for everything to agree.</summary>
    public bool AreOn { get; set; }

    public IReadOnlyList<int> Counts => _counts;

    public void Count(Fault fault) => _counts[(int)fault]++;

    public Fault OfRequest(string kind)
    {
        // What changes something is where it hurts: it fails more often than a look.
        var rate = kind is "create" or "update" or "delete" or "token" ? share * 3 : share;
        if (!AreOn || !chance.Happens(rate))
            return Fault.None;

        var fault = chance.Of(kind switch
        {
            "list" => OfListings,
            "read" or "newest" or "identify" => OfReads,
            _ => OfWrites,
        });
        Count(fault);
        return fault;
    }
}
