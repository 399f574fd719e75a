namespace Sluice.Pipeline;

/// <summary>Where the values of a record come from, whichever pairing carried them.</summary>
/// <remarks>
/// Pairings see two records each. Round a triangle of three systems an older copy would come back by another way and
/// look like an edit, and two edits would chase each other for ever; a version per value, which copies inherit, puts
/// them in one order for all pairings. References have none: each pairing knows them by keys of another system.
/// </remarks>
internal sealed class Provenance(Topology topology, IStore store, IntentBook intents, Protections protections)
{
    /// <summary>What was carried from or to a record, with what may just have been written to it.</summary>
    public async ValueTask<RecordMarks> OfAsync(RecordId record) =>
        !protections.Has(Protection.VersionOrder)
            ? RecordMarks.None
            : new(
                [
                    .. (await store.MarksAsync(record)).Concat(intents.SentFrom(record, topology))
                        .OrderByDescending(mark => mark.Version),
                ],
                [.. intents.UpdatesOf(record, topology)]);

    /// <summary>The same of a record by itself, with our own writes that showed late, or may.</summary>
    public async ValueTask<RecordMarks> OfOriginAsync(RecordId record)
    {
        var marks = await OfAsync(record);
        return !protections.Has(Protection.VersionOrder) ? marks : marks with
        {
            Sent =
            [
                .. marks.Sent,
                .. from write in await store.OwnWritesAsync(record)
                   where write.Version > 0
                   select new Mark(record, write.Path, write.Sent, write.Version, IsCopy: true),
            ],
        };
    }

    /// <summary>The same with our own writes that showed late, or may.</summary>
    /// <remarks>
    /// Where something newer was carried since, a value like an older write of ours is a user's who put it back; only a
    /// write whose outcome was never known may still arrive over what is newer.
    /// </remarks>
    public static RecordMarks With(RecordMarks marks, LinkedBases linked, Side side, Func<OwnWrite, bool> mayArrive) =>
        linked.OwnWrites.Count == 0
            ? marks
            : marks with
            {
                Sent =
                [
                    .. marks.Sent,
                    .. from write in linked.OwnWrites
                       where write.Side == side && write.Version > 0
                           && ((write.IsLate && mayArrive(write))
                               || marks.Carried.All(mark => mark.Path != write.Path || mark.Version < write.Version))
                       select new Mark(linked.Link.Identity(side), write.Path, write.Sent, write.Version, IsCopy: true),
                ],
            };

    /// <summary>What is known of the value that a field shows.</summary>
    public static Claim Of(
        RecordMarks marks, FieldDescriptor field, Comparison comparison, Side side, FieldValue shown)
    {
        if (field.Reference is not null)
            return default;

        var carried = marks.Carried.FirstOrDefault(IsOf);
        var sent = marks.Sent.Where(mark => IsOf(mark) && IsShown(mark)).MaxBy(mark => mark.Version);
        var isCarried = carried is not null && IsShown(carried);
        if (sent is not null && !(isCarried && carried!.Version > sent.Version))
            return new(ClaimKind.Copy, sent.Version);
        if (carried is null)
            return default;
        return new(!isCarried ? ClaimKind.Fresh : carried.IsCopy ? ClaimKind.Copy : ClaimKind.Own, carried.Version);

        bool IsOf(Mark mark) => field.Paths(side).Contains(mark.Path);
        bool IsShown(Mark mark) => CanonicalForm.Same(comparison, mark.Value, shown);
    }

    /// <summary>The marks of one field of one record.</summary>
    public static IEnumerable<Mark> Marks(
        RecordId record, FieldDescriptor field, Side side, FieldValue value, long version, bool isCopy) =>
        field.Reference is not null
            ? []
            : field.Paths(side).Select(path => new Mark(record, path, value, version, isCopy));
}
