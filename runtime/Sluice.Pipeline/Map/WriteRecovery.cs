namespace Sluice.Pipeline;

/// <summary>
/// Looks at writes to the records of a link whose outcome is not settled. Without it an own late write would later be
/// taken for a user's edit.
/// </summary>
internal sealed class WriteRecovery(
    IntentBook intents, Provenance provenance, LostValues lost, VersionClock versions, PipelineOptions options,
    TimeProvider clock)
{
    private readonly FieldRules _rules = new(options);

    /// <summary>Looks at the records of a link; a side that is gone shows nothing, and awaits nothing.</summary>
    public async ValueTask<SettledIntents> LookAsync(Pairing pairing, LinkedBases linked, Record? left, Record? right)
    {
        var updates = intents.UpdatesOf(linked.Link);
        var creates = intents.CreatesOf(linked.Link);
        if (updates.Count == 0 && creates.Count == 0)
            return SettledIntents.None;

        var records = Look(pairing, linked, left, right);
        if (updates.Count > 0)
        {
            var (marksLeft, marksRight) = await provenance.OfAsync(pairing.Descriptor, linked);
            foreach (var update in updates)
                if (records.LookAtUpdate(
                    update, update.At + options.LateCommitBound, update.Side == Side.Left ? marksLeft : marksRight)
                    is { } pending)
                    return new([], [], pending);
        }

        foreach (var create in creates)
            records.LookAtCreate(create);

        return records.Settled([.. updates.Select(intent => intent.Id)]);
    }

    /// <summary>
    /// What both sides agreed on when one was created for the other, of fields that did not show it before the create
    /// was settled.
    /// </summary>
    public async ValueTask<IReadOnlyList<FieldBase>> SentAsync(
        Pairing pairing, LinkedBases linked, Record left, Record right)
    {
        if (linked.Link.Origin != LinkOrigin.Created)
            return [];

        var records = Look(pairing, linked, left, right);
        foreach (var create in await intents.SettledCreatesOfAsync(linked.Link))
            records.LookAtCreate(create);

        return records.Settled([]).Bases;
    }

    /// <summary>
    /// What is known of the records, with what creates of which nobody heard again may have put there.
    /// </summary>
    public ValueTask<(RecordMarks Left, RecordMarks Right)> WithLostAsync(
        Pairing pairing, LinkedBases linked, (RecordMarks Left, RecordMarks Right) marks) =>
        lost.AddAsync(pairing.Descriptor, linked, marks);

    private RecoveredLink Look(Pairing pairing, LinkedBases linked, Record? left, Record? right) => new(
        pairing, linked, left, right, _rules.Of(pairing.Descriptor, left, right), versions, clock.GetUtcNow());
}
