namespace Sluice.Pipeline;

/// <summary>Own writes that may yet arrive, whichever pairing sent them.</summary>
internal sealed class UnsettledWrites(IStore store, Known known, TimeSpan lateCommitBound)
{
    /// <summary>When a write was sent that may yet change a field of a record; null where none may.</summary>
    public async ValueTask<DateTimeOffset?> ToAsync(
        PairingDescriptor pairing, LinkedBases linked, Side side, FieldDescriptor field, DateTimeOffset at)
    {
        var (record, paths) = (linked.Link.Identity(side), field.Paths(side).ToList());
        if (linked.OwnWrites.FirstOrDefault(write => write.Side == side && write.IsLate && paths.Contains(write.Path)
            && at < write.At + lateCommitBound) is { } late)
            return late.At;

        foreach (var intent in await store.OpenIntentsAsync(null))
            if (intent.TargetKey is { } key && key == record.Key && known.Find(intent.Pairing) is { } other
                && other.Fields.Any(sent => intent.Sent.ContainsKey(sent.Name)
                    && sent.Paths(intent.Side).Intersect(paths, StringComparer.Ordinal).Any())
                && await IdentityAsync(other, intent.Side, key) == record)
                return intent.At;

        return null;
    }

    private async ValueTask<RecordId> IdentityAsync(PairingDescriptor pairing, Side side, string key) =>
        await store.FindLinkAsync(pairing.Name, side, key) is { } linked
            ? linked.Link.Identity(side)
            : new(pairing[side].Name, key);
}
