namespace Sluice.Pipeline;

/// <summary>Makes an observation of a record: what each pairing that looks at its entity makes of it.</summary>
/// <remarks>Owned by the consuming half of one extraction.</remarks>
internal sealed class Observer(Lenses all, EntityName entity, DateTimeOffset? unchangedAt, TimeProvider clock)
{
    private readonly IReadOnlyList<Lens> _lenses = all.Of(entity);
    private readonly List<FailedView> _failed = [];

    /// <summary>How records are looked at.</summary>
    public string Lens { get; } = all.Fingerprint(entity);

    /// <summary>Records on which a hook or mapping failed.</summary>
    public IReadOnlyList<FailedView> Failed => _failed;

    /// <summary>A record whose match keys could not be computed; null where there is none.</summary>
    public string? Unkeyed { get; private set; }

    /// <summary>A hash of a record and of how it is looked at.</summary>
    public string Hash(Record record) => RecordHash.Of(record.Raw, Lens);

    public Observation Observe(Record record, string hash, Sighting sighting)
    {
        var failures = _failed.Count;
        var dirty = new HashSet<long>();
        var edits = new List<LinkEdits>();
        var views = new List<PairingView>(_lenses.Count);
        foreach (var lens in _lenses)
        {
            var linked = sighting.Links.Where(known => lens.Shows(known, record)).ToList();
            var before = _failed.Count;
            views.Add(new(lens.Name, lens.Side, IsInScope(lens, record), Keys(lens, record))
            {
                IsWanted = IsWanted(lens, record),
            });
            foreach (var known in linked)
            {
                var (isDirty, edited) = Look(lens, known, record);
                if (_failed.Count > before || isDirty)
                    dirty.Add(known.Link.Id);
                if (edited is not null)
                    edits.Add(edited);
            }
        }

        // A record on which something failed is looked at again in every cycle, changed or not.
        var stored = _failed.Count > failures ? $"?{hash}" : hash;
        return new(record.Key, record.Identity, stored, record.InScope, clock.GetUtcNow(), views, [.. dirty])
        {
            Edits = edits,
            Names = all.Connections.Names(entity, record),
        };
    }

    // Where a scope hook fails, the record counts as a candidate: to leave it out could make a second one across.
    // Nothing is written from it or to it, because the hook is asked again before.
    private bool IsInScope(Lens lens, Record record) =>
        Try(lens, record, () => lens.Pairing.InScope(lens.Side, record.Value), otherwise: true);

    // Where a condition's hook fails, it is asked again before anything is made.
    private bool IsWanted(Lens lens, Record record) =>
        Try(lens, record, () => lens.Pairing.Wants(lens.Side.Other(), record.Value), otherwise: true);

    private (bool IsDirty, LinkEdits? Edits) Look(Lens lens, LinkedBases linked, Record record) => Try(
        lens, record, () => lens.Look(linked, record, unchangedAt, clock.GetUtcNow()), otherwise: () => (true, null));

    private MatchKey[] Keys(Lens lens, Record record) => Try(lens, record, () => lens.Keys(record), otherwise: () =>
    {
        Unkeyed ??= record.Key;
        return new MatchKey[lens.Pairing.Descriptor.Rules.Count];
    });

    private bool Try(Lens lens, Record record, Func<bool> ask, bool otherwise) =>
        Try(lens, record, ask, () => otherwise);

    private T Try<T>(Lens lens, Record record, Func<T> ask, Func<T> otherwise)
    {
        try
        {
            return ask();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed.Add(new(lens.Name, lens.Side, record.Key, Blame.Hook(lens.Name, exception)));
            return otherwise();
        }
    }
}
