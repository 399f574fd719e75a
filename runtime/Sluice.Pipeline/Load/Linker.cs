namespace Sluice.Pipeline;

/// <summary>Stores links, with all that belongs to them.</summary>
internal sealed class Linker(IStore store, TimeProvider clock)
{
    /// <summary>Links two records that were matched, or found to stand for one thing.</summary>
    /// <remarks>Their fields are merged next: a link that copies something is dirty from the start.</remarks>
    public async ValueTask<Link> LinkAsync(
        PairingTurn turn, Side side, Unlinked record, (string Key, RecordId Identity) across, LinkOrigin origin, int line)
    {
        turn.Tally.Linked++;
        return await store.LinkAsync(new(
            Make(turn.Descriptor, side, (record.Key, record.Identity), across, origin, line), [], turn.Descriptor.Fields.Count > 0, clock.GetUtcNow()));
    }

    /// <summary>Links a record to the one that was created for it, and settles the intent.</summary>
    public async ValueTask<Link> CreatedAsync(
        PairingTurn turn, Side target, (string Key, RecordId Identity) origin, Record created, long intent, string rule)
    {
        turn.Tally.Created++;
        var link = Make(
            turn.Descriptor, target.Other(), origin, (created.Key, created.Identity), LinkOrigin.Created, turn.Descriptor.Line);
        return await store.LinkAsync(new(link, [], turn.Descriptor.Fields.Count > 0, clock.GetUtcNow())
        {
            Intent = intent,
            History =
            [
                new(turn.Run, turn.Descriptor.Name, link.LeftKey, link.RightKey, target, "", FieldValue.Absent, FieldValue.Absent,
                    rule, turn.Descriptor.Line, clock.GetUtcNow()),
            ],
        });
    }

    private static Link Make(
        PairingDescriptor pairing, Side side, (string Key, RecordId Identity) here, (string Key, RecordId Identity) across, LinkOrigin origin, int line)
    {
        var (left, right) = side == Side.Left ? (here, across) : (across, here);
        return new(0, pairing.Name, left.Key, right.Key, LinkState.Live, origin)
        {
            Left = left.Identity,
            Right = right.Identity,
            Line = line,
        };
    }
}
