using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>
/// The writes whose outcome is not settled: read from the journal once a cycle, then kept up with what this cycle
/// writes.
/// </summary>
/// <remarks>Written by the load stage of the pairing whose turn it is; read by every stage.</remarks>
internal sealed class IntentBook(IStore store, PipelineOptions options, TimeProvider clock)
{
    // A create whose answer is still awaited: the map stage runs ahead of the load stage and must not take it for a
    // lost one. That stands beside the intent, so that whoever looks never sees the one without the other.
    private readonly ConcurrentDictionary<long, (Intent Intent, bool IsInFlight)> _open = new();
    private readonly ConcurrentDictionary<long, bool> _undecidable = new();
    private readonly ConcurrentDictionary<(string Pairing, Side Side, string Origin), Intent> _givenUp = new();

    /// <summary>Creates that may have happened, oldest first; without the one that is being sent.</summary>
    public IReadOnlyList<Intent> Creates => _open.IsEmpty ? [] :
    [
        .. _open.Values.Where(open => open.Intent.TargetKey is null && !open.IsInFlight)
            .Select(open => open.Intent).OrderBy(intent => intent.Id),
    ];

    public async ValueTask ReadAsync()
    {
        foreach (var intent in await store.OpenIntentsAsync(null))
            _open[intent.Id] = (intent, IsInFlight: false);
    }

    /// <summary>Updates of a link's records that may have happened, oldest first.</summary>
    public IReadOnlyList<Intent> UpdatesOf(Link link) => _open.IsEmpty ? [] :
    [
        .. All.Where(intent => !intent.IsDelete && IsOf(intent, link)).OrderBy(intent => intent.Id),
    ];

    /// <summary>Creates that may have made one record of a link of the other, oldest first.</summary>
    public IReadOnlyList<Intent> CreatesOf(Link link) =>
    [
        .. Creates.Where(intent =>
            intent.Pairing == link.Pairing && intent.OriginKey == link.Key(intent.Side.Other())),
    ];

    /// <summary>The same of those that are settled.</summary>
    public async ValueTask<IReadOnlyList<Intent>> SettledCreatesOfAsync(Link link) =>
    [
        .. await store.CreatesForAsync(link.Pairing, Side.Right, link.LeftKey),
        .. await store.CreatesForAsync(link.Pairing, Side.Left, link.RightKey),
    ];

    /// <summary>
    /// Creates of a pairing for a record of which nobody knows, or nobody knew when they were settled, what they made.
    /// </summary>
    public async ValueTask<IReadOnlyList<Intent>> LostCreatesAsync(string pairing, Side side, string origin) =>
    [
        .. Creates.Where(open => open.Pairing == pairing && open.Side == side && open.OriginKey == origin),
        .. (await store.CreatesForAsync(pairing, side, origin)).Where(ended => ended.State == IntentState.NotDone),
    ];

    /// <summary>Deletes of a link's records that may have happened, oldest first.</summary>
    public IReadOnlyList<Intent> DeletesOf(Link link) => _open.IsEmpty ? [] :
        [.. All.Where(intent => intent.IsDelete && IsOf(intent, link)).OrderBy(intent => intent.Id)];

    /// <summary>
    /// What updates that are not settled may have written to a physical record, and when each was journalled, newest
    /// first.
    /// </summary>
    public IEnumerable<(Mark Mark, DateTimeOffset At)> UpdatesOf(
        RecordId record, Topology topology, NativeKeys keys) => _open.IsEmpty ? [] :
        from intent in All.OrderByDescending(intent => intent.Id)
        where intent.TargetKey == record.Key
        let pairing = topology.Find(intent.Pairing)?.Descriptor
        where pairing is not null && topology.Physical(pairing[intent.Side].Name) == record.Entity
        from field in pairing.Fields
        where intent.Sent.ContainsKey(field.Name)
        from mark in Provenance.Marks(
            record, field, intent.Side, keys.Native(field, intent.Side, intent.Sent[field.Name]),
            intent.Versions.GetValueOrDefault(field.Name), isCopy: true)
        select (mark, intent.At);

    /// <summary>
    /// What a physical record held when it was sent on by writes that are not settled, and when that was.
    /// </summary>
    /// <remarks>A create sends no blank: one that stood there counts where it was a clearing.</remarks>
    public IEnumerable<(Mark Mark, DateTimeOffset At)> SentFrom(
        RecordId record, Topology topology, NativeKeys keys) => _open.IsEmpty ? [] :
        from intent in All
        where intent.OriginKey == record.Key
        let pairing = topology.Find(intent.Pairing)?.Descriptor
        where pairing is not null && topology.Physical(pairing[intent.Side.Other()].Name) == record.Entity
        from field in pairing.Fields
        where intent.Sent.ContainsKey(field.Name)
        let sent = intent.Sent[field.Name]
        let version = intent.Versions.GetValueOrDefault(field.Name)
        where version > 0 || !sent.IsBlank
        from mark in Provenance.Marks(
            record, field, intent.Side.Other(), keys.Native(field, intent.Side.Other(), sent), version, isCopy: false)
        select (mark, intent.At);

    /// <summary>Journals a write. Only then may it be sent.</summary>
    /// <returns>The intent's number; null where no journal is kept.</returns>
    public async ValueTask<long?> BeginAsync(Intent intent)
    {
        if (!options.Protections.Has(intent.TargetKey is null ? Protection.CreateJournal : Protection.UpdateJournal))
            return null;

        var id = await store.BeginIntentAsync(intent);
        _open[id] = (intent with { Id = id }, IsInFlight: true);
        return id;
    }

    /// <summary>What is sent of a write that is about to be journalled.</summary>
    /// <remarks>
    /// Whoever looks for it counts from its line in the journal. Half of that time is for its turn to come, and half
    /// for the system.
    /// </remarks>
    public WriteRequest InTime(WriteRequest request) =>
        options.Protections.Has(Protection.SendInTime) && options.LateCommitBound > TimeSpan.Zero
            ? request with { SendBy = clock.GetUtcNow() + (options.LateCommitBound / 2) }
            : request;

    /// <summary>
    /// What tells a create from all others: of one that is sent anew, word for word, what told the one that was given
    /// up. Should that one arrive after all, a system that knows it does not make a second record.
    /// </summary>
    public string Identity(string pairing, Side target, string origin, WriteRequest request) =>
        _givenUp.TryGetValue((pairing, target, origin), out var first) && first.Body == request.Body
            && first.Identity is { } known
            ? known
            : Guid.NewGuid().ToString();

    /// <summary>Notes that what a create made was not found when it could no longer arrive.</summary>
    public void GivenUp(Intent create) => _givenUp[(create.Pairing, create.Side, create.OriginKey)] = create;

    /// <summary>Notes that nobody waits for a write's answer any more, however that ended.</summary>
    public void Landed(long? intent)
    {
        if (intent is { } landed && _open.TryGetValue(landed, out var open))
            _open[landed] = open with { IsInFlight = false };
    }

    public async ValueTask EndAsync(long? number, IntentState state, string? reason, DateTimeOffset at)
    {
        if (number is not { } intent)
            return;

        await store.EndIntentAsync(intent, state, reason, at);
        if (state is IntentState.Done or IntentState.NotDone)
            Settled(intent);
        else if (_open.TryGetValue(intent, out var open))
            _open[intent] = open with { Intent = open.Intent with { State = state } };
    }

    /// <summary>Notes what a create of unknown outcome may have made.</summary>
    /// <param name="create">The create.</param>
    /// <param name="keys">The records that it may have made.</param>
    /// <param name="isOver">Whether it can arrive no longer, so that a person has to say which of these it is.</param>
    public async ValueTask SuspectAsync(Intent create, IReadOnlyList<string> keys, bool isOver)
    {
        if (isOver)
            _undecidable[create.Id] = true;
        if (keys.Except(create.Suspects, StringComparer.Ordinal).Any())
            await store.SuspectAsync(create.Id, keys);
    }

    /// <summary>Notes that a commit of the store settled an intent.</summary>
    public void Settled(long? intent) => _open.TryRemove(intent ?? 0, out _);

    public bool IsUndecidable(long intent) => _undecidable.ContainsKey(intent);

    /// <summary>The writes whose outcome is not settled, in no order.</summary>
    public IEnumerable<Intent> All => _open.Values.Select(open => open.Intent);

    private static bool IsOf(Intent intent, Link link) =>
        intent.TargetKey is { } target
        && intent.Pairing == link.Pairing
        && target == link.Key(intent.Side)
        && intent.OriginKey == link.Key(intent.Side.Other());
}
