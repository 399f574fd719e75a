namespace Sluice.Pipeline;

/// <summary>
/// Counts what a pairing's turn would do in a doubtful way, from what the listings showed: no call is made.
/// </summary>
internal sealed class Foresight(IStore store, PipelineOptions options, RecentRecords recent)
{
    private const int Batch = 500;

    private readonly FieldRules _rules = new(options);

    /// <summary>
    /// Tells the breaker what is to come. A turn with few links to look at costs one look at the store.
    /// </summary>
    public async Task LookAsync(PairingTurn turn)
    {
        var (name, breaker) = (turn.Descriptor.Name, turn.Breaker);
        var (count, share) = options.Breaker.Of(name);
        if (turn.State != PairingState.Live
            || (!breaker.IsOpen && (await store.DirtyLinksAsync(name, 0, count + 1)).Count <= count))
            return;

        var (doubtful, gone) = await CountAsync(turn);
        var links = doubtful > count
            ? (await store.CountsAsync()).FirstOrDefault(known => known.Pairing == name)?.Links ?? 0
            : 0;
        breaker.Foresee(doubtful, gone, Math.Max(count, (int)(share * links)));
    }

    private async Task<(int Doubtful, int Gone)> CountAsync(PairingTurn turn)
    {
        var (doubtful, gone) = (0, 0);
        for (long after = 0; ;)
        {
            var links = await store.DirtyLinksAsync(turn.Descriptor.Name, after, Batch);
            if (links.Count == 0)
                return (doubtful, gone);

            foreach (var linked in links.Where(linked => linked.Link.State == LinkState.Live))
            {
                var isGone = linked.Link.LeftGone || linked.Link.RightGone;
                gone += isGone && !IsApproved(turn, linked.Link) ? 1 : 0;
                doubtful += isGone || IsCleared(turn, linked, Side.Left) || IsCleared(turn, linked, Side.Right) ? 1 : 0;
            }

            after = links[^1].Link.Id;
        }
    }

    // What a person approved as gone hides nobody.
    private bool IsApproved(PairingTurn turn, Link link) => turn.Breaker.HasApproved(DoubtfulChange.Of(
        turn.Descriptor, Loss.AsListed(turn.Descriptor, link, options.Deletes)));

    // A mapping that fails on a record is the record's own story, told when its turn comes.
    private bool IsCleared(PairingTurn turn, LinkedBases linked, Side side)
    {
        if (recent.Find(turn.Descriptor[side].Name, linked.Link.Key(side)) is not { } record)
            return false;

        try
        {
            var shown = FieldReader.Read(turn.Pairing, side, record);
            var asked = turn.Open.FieldsAskedOf(linked.Link);
            return _rules.Of(turn.Descriptor).Index().Any(rule =>
                shown[rule.Index] is { IsBlank: true, IsAbsent: false }
                && (asked.Contains(rule.Item.Field.Name)
                    || (rule.Item.Blanks != BlanksPolicy.Keep
                        && linked.Bases.Any(known => known.Field == rule.Item.Field.Name
                            && known.Mapping == Mapping.Fingerprint(rule.Item.Field)
                            && !known[side].IsBlank))));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }
}
