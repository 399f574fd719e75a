namespace Sluice.Stores.Sqlite;

/// <summary>What people say about links. All of it within a transaction.</summary>
internal sealed class DecidedLinks(
    Session session, Pairings pairings, RecordNumbers numbers, LinkReader reader, Lineages lineages, LinkWriter writer,
    LinkMarks dirt, Marks marks, Bases bases, OpenItems items, History history, Removal removal)
{
    private readonly Statement _drop = session.Prepare(
        """
        update intents set state = 3, reason = 'the records were told apart', settled_at = $at
        where pairing = $pairing and state < 2 and (
            (side = 0 and target_key = $left and origin_key = $right)
            or (side = 1 and target_key = $right and origin_key = $left))
        """);

    public void Join(NewLink wanted)
    {
        var link = Identified(wanted.Link);
        if (writer.NegativeOf(pairings.Number(link.Pairing), link) is { } negative)
            removal.Link(negative.Id);

        writer.Store(wanted with { Link = link });
    }

    public void Part(NewLink wanted)
    {
        var link = Identified(wanted.Link);
        var pairing = pairings.Number(link.Pairing);
        var between = reader.Between(pairing, link);
        if (between.Count == 0)
            writer.Store(wanted with { Link = link });
        else if (between[0].State != LinkState.Negative)
            writer.SetState(between[0].Id, LinkState.Negative, wanted.At);

        // What ended could live again, and lineages follow it: it does not stand beside what a person says.
        foreach (var (other, _) in between.Skip(1))
            removal.Link(other);

        _drop.Run(wanted.At, pairing, link.LeftKey, link.RightKey);
        items.Clear(pairing, Side.Left, link.LeftKey);
        items.Clear(pairing, Side.Right, link.RightKey);
    }

    // It may be all that says that what stayed and what other pairings linked with the one that went are one thing.
    public void Lift(long link, DateTimeOffset at) => writer.SetState(link, LinkState.Ended, at);

    public void Take(ValueTaken taken)
    {
        var link = reader.One(taken.Link).Link;
        bases.Move(link.Id, [taken.Base]);
        marks.Take(taken.Marks);
        dirt.Dirty(link.Id);

        // Whoever is asked about the same values elsewhere has the answer.
        var record = numbers.Number(link.Left);
        foreach (var same in lineages.Of(record).Prepend(record))
            dirt.Asked(same);
        items.Answer(
            pairings.Number(link.Pairing), taken.Side, link.Key(taken.Side), OpenCause.Differing, taken.Base.Field);
        history.Append([taken.Entry]);
    }

    public void Answered(RecordRuled ruled) => items.Clear(pairings.Number(ruled.Pairing), ruled.Side, ruled.Key);

    public void Answered(LossSeen seen) =>
        items.Answer(pairings.Number(seen.Pairing), seen.Side, seen.Key, OpenCause.Lost);

    // Two entities may be views of one record: which one a key stands for is known where it was seen.
    private Link Identified(Link link) => link with
    {
        Left = numbers.Identity(link.Left),
        Right = numbers.Identity(link.Right),
    };
}
