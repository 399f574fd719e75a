namespace Sluice.Pipeline;

/// <summary>
/// Lets a few doubtful changes of a pairing pass in a turn, and withholds them all where they are many.
/// </summary>
/// <remarks>
/// Asked by every lane of one pairing's turn; read by whoever publishes what it withholds, when the turn is over.
/// Open means that every doubtful change needs an approval: from the moment there were too many, until a turn withholds
/// none.
/// </remarks>
internal sealed class MassChangeBreaker
{
    private readonly Lock _turn = new();
    private readonly bool _isOn;
    private readonly HashSet<string> _passed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, DoubtfulChange> _withheld = new(StringComparer.Ordinal);
    private int _limit;
    private int _kept;
    private bool _hasMissed;

    /// <param name="options">The thresholds.</param>
    /// <param name="pairing">The pairing's name.</param>
    /// <param name="state">How far the pairing is. One that does not run by itself yet has all its changes approved.
    /// </param>
    /// <param name="stored">What it withheld in the last turn, with what was approved since.</param>
    public MassChangeBreaker(PipelineOptions options, string pairing, PairingState state, Breaker? stored)
    {
        _isOn = state == PairingState.Live && options.Protections.Has(Protection.MassChangeBreaker);
        (Stored, IsOpen) = (stored, _isOn && stored is not null);
        (_limit, _) = options.Breaker.Of(pairing);
    }

    /// <summary>What it withheld in the last turn; null where that was nothing.</summary>
    public Breaker? Stored { get; }

    public bool IsOpen { get; private set; }

    /// <summary>
    /// Whether so many records are gone, and nobody said that they are, that a record without a counterpart may have
    /// one that nobody sees.
    /// </summary>
    public bool HidesRecords { get; private set; }

    /// <summary>What it withholds, in the order of signatures.</summary>
    public IReadOnlyCollection<DoubtfulChange> Withheld => _withheld.Values;

    /// <summary>
    /// Whether something that it withheld before could not be looked at, or more than may pass unasked was approved and
    /// not carried out.
    /// </summary>
    public bool HasMissed => _hasMissed || _kept > _limit;

    /// <summary>Notes what the listings say before the turn begins.</summary>
    /// <param name="count">How many links would be changed in a doubtful way.</param>
    /// <param name="gone">How many of them because a record is gone of which no person approved that.</param>
    /// <param name="limit">How many are not too many.</param>
    public void Foresee(int count, int gone, int limit)
    {
        _limit = limit;
        IsOpen |= _isOn && count > limit;
        HidesRecords = _isOn && gone > limit;
    }

    /// <summary>Whether a change was approved since it was withheld.</summary>
    public bool HasApproved(DoubtfulChange change) =>
        _isOn && Stored?.Approved.Contains(RecordHash.Of(change.Signature)) == true;

    /// <summary>Whether a change may be carried out. What may not is withheld.</summary>
    public bool Allows(DoubtfulChange change)
    {
        if (!_isOn || change.Signature.Length == 0)
            return true;

        lock (_turn)
        {
            // What the listings did not show may still turn up record by record.
            if (!IsOpen && (_passed.Contains(change.Subject) || _passed.Count < _limit))
            {
                _passed.Add(change.Subject);
                return true;
            }

            return !Withholds(change);
        }
    }

    /// <summary>Notes that something is in the way of a link of which it withheld something before.</summary>
    public void Miss()
    {
        lock (_turn)
            _hasMissed = true;
    }

    /// <summary>Notes that something is in the way of a change, so that its approval is for a later turn.</summary>
    /// <returns>Whether it was approved.</returns>
    public bool Keeps(DoubtfulChange change)
    {
        if (!HasApproved(change))
            return false;

        lock (_turn)
            _kept++;
        return true;
    }

    /// <summary>Withholds a change however few there are, unless it was approved.</summary>
    public bool Withholds(DoubtfulChange change)
    {
        if (!_isOn || HasApproved(change))
            return false;

        lock (_turn)
        {
            IsOpen = true;
            _withheld[change.Signature] = change;
            return true;
        }
    }
}
