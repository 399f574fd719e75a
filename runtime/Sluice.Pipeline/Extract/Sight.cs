namespace Sluice.Pipeline;

/// <summary>Notes which of the paths that pairings need the records of one enumeration show.</summary>
/// <remarks>
/// <para>One record that lacks a property is a record; all of them at once are a right that our account has lost. The
/// values are still there, so nothing may be matched, created or written as if they were not. Where no record is there
/// any more, there are none: nobody could ever show it again, and whoever comes is looked at.</para>
/// <para>Owned by the consuming half of one extraction.</para>
/// </remarks>
internal sealed class Sight(IReadOnlyList<NeededPath> needed)
{
    // So many records tell what all show; beyond them only what none showed so far is looked for.
    private const int Sample = 100;

    // Of fewer records, each may have its own reason; and where nulls are left out, so many may have been emptied.
    private const int Few = 2;
    private const int FewWithNulls = 10;

    // One in so many may lack what nearly all show.
    private const int Nearly = 10;

    private readonly (int Shown, int Absent)[] _counts = new (int, int)[needed.Count];
    private int _records;
    private bool _isBlind;

    /// <summary>Looks at a record. What is out of scope may well be of another kind.</summary>
    public void Note(Record record)
    {
        if (!record.InScope)
            return;

        _records++;
        for (var i = 0; i < _counts.Length; i++)
            if (_records <= Sample || _counts[i].Shown == 0)
                _counts[i] = Presence.Shows(record.Raw, needed[i].Path)
                    ? (_counts[i].Shown + 1, _counts[i].Absent)
                    : (_counts[i].Shown, _counts[i].Absent + 1);
    }

    /// <summary>Notes that there are elements that could not be read: what they show is not known.</summary>
    public void Miss() => _isBlind = true;

    /// <summary>
    /// Whether none of the records shows something that nearly all are known to show. A few changes tell no more than
    /// that everything has to be looked at.
    /// </summary>
    public bool IsDoubtful(IReadOnlyList<ShownPath> known) => Lost(known).Any();

    /// <summary>What is known after all records were looked at.</summary>
    public IReadOnlyList<ShownPath> After(IReadOnlyList<ShownPath> known, DateTimeOffset now)
    {
        var lost = Lost(known).ToDictionary(path => path.Path, StringComparer.Ordinal);
        return
        [
            .. from i in Enumerable.Range(0, needed.Count)
               let path = needed[i].Path
               let before = known.FirstOrDefault(shown => shown.Path == path)
               where lost.ContainsKey(path) || IsShownByNearlyAll(i) || (_records == 0 && before is not null)
               select lost.ContainsKey(path) ? before! with { LostAt = before.LostAt ?? now }
                   : _records == 0 ? before! with { LostAt = _isBlind ? before.LostAt : null }
                   : new ShownPath(path, null),
        ];
    }

    private IEnumerable<ShownPath> Lost(IReadOnlyList<ShownPath> known) =>
        from i in Enumerable.Range(0, needed.Count)
        where _records > 0 && _counts[i].Shown == 0
        from shown in known
        where shown.Path == needed[i].Path
        select shown;

    private bool IsShownByNearlyAll(int i) =>
        _counts[i].Shown > (needed[i].OmitsNulls ? FewWithNulls : Few)
            && _counts[i].Absent * Nearly <= Math.Min(_records, Sample);
}
