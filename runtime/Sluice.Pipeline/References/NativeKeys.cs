namespace Sluice.Pipeline;

/// <summary>
/// Turns references between what a pairing knows them by, which is keys of its left system, and the keys that the
/// records themselves hold.
/// </summary>
/// <remarks>
/// What is kept by record, as marks and own writes are, is read by every pairing of that record, whichever side it is
/// on there: it holds the record's own keys.
/// </remarks>
internal sealed class NativeKeys(ReferenceBook references)
{
    /// <summary>Looks up what is needed to turn the references that a write sent.</summary>
    public async ValueTask ResolveAsync(PairingDescriptor pairing, Intent intent)
    {
        foreach (var field in pairing.Fields)
            if (field.Reference is { } reference && intent.Sent.TryGetValue(field.Name, out var sent) && !sent.IsBlank)
                await references.ResolveAsync(reference, Side.Left, sent.ToString());
    }

    /// <summary>A value as the record of a side holds it.</summary>
    public FieldValue Native(FieldDescriptor field, Side side, FieldValue known)
    {
        if (field.Reference is not { } reference || side == Side.Left || known.IsBlank)
            return known;

        var (key, unlinked) = (known.ToString(), $"{reference.Right} ");
        return FieldValue.Of(
            key.StartsWith(unlinked, StringComparison.Ordinal) ? key[unlinked.Length..]
            : references.RightKeyOf(reference, key) ?? $"{reference.Left} {key}");
    }

    /// <summary>Marks of a link's records as these hold the values.</summary>
    public IReadOnlyList<Mark> Native(PairingDescriptor pairing, Link link, IReadOnlyList<Mark> known) =>
        !HasReferences(pairing) ? known :
        [
            .. known.Select(mark => mark.Record == link.Left || Field(pairing, Side.Right, mark.Path) is not { } field
                ? mark
                : mark with { Value = Native(field, Side.Right, mark.Value) }),
        ];

    /// <summary>What a merge came to, as the records hold the values.</summary>
    public MergeCommit Native(PairingDescriptor pairing, Link link, MergeCommit known) =>
        !HasReferences(pairing) ? known : known with
        {
            Marks = Native(pairing, link, known.Marks),
            OwnWrites =
            [
                .. known.OwnWrites.Select(write => Field(pairing, write.Side, write.Path) is not { } field
                    ? write
                    : write with
                    {
                        Before = Native(field, write.Side, write.Before),
                        Sent = Native(field, write.Side, write.Sent),
                    }),
            ],
        };

    /// <summary>Marks of a record as a pairing knows the values.</summary>
    public async ValueTask<IReadOnlyList<Mark>> KnownAsync(
        PairingDescriptor pairing, Side side, IReadOnlyList<Mark> native)
    {
        if (!HasReferences(pairing))
            return native;

        var known = new List<Mark>(native.Count);
        foreach (var mark in native)
            known.Add(Field(pairing, side, mark.Path) is { } field
                ? mark with
                {
                    Value = await KnownAsync(field, side, mark.Value),
                    Overruled = await KnownAsync(field, side, mark.Overruled),
                }
                : mark);
        return known;
    }

    /// <summary>Own writes to a link's records as a pairing knows the values.</summary>
    public async ValueTask<IReadOnlyList<OwnWrite>> KnownAsync(
        PairingDescriptor pairing, IReadOnlyList<OwnWrite> native)
    {
        if (!HasReferences(pairing))
            return native;

        var known = new List<OwnWrite>(native.Count);
        foreach (var write in native)
            known.Add(Field(pairing, write.Side, write.Path) is { } field
                ? write with
                {
                    Before = await KnownAsync(field, write.Side, write.Before),
                    Sent = await KnownAsync(field, write.Side, write.Sent),
                }
                : write);
        return known;
    }

    /// <summary>What one pairing knows as another does; absent where a reference's keys are not those of one system.
    /// </summary>
    public async ValueTask<FieldValue> KnownAsync(FieldDescriptor from, FieldDescriptor to, FieldValue known)
    {
        if (from.Reference is not { } given || to.Reference is not { } wanted || known.IsBlank)
            return known;

        foreach (var side in new[] { Side.Left, Side.Right })
            foreach (var other in new[] { Side.Left, Side.Right })
                if (given[side] == wanted[other])
                {
                    await references.ResolveAsync(given, Side.Left, known.ToString());
                    return await KnownAsync(to, other, Native(from, side, known));
                }

        return FieldValue.Absent;
    }

    private async ValueTask<FieldValue> KnownAsync(FieldDescriptor field, Side side, FieldValue native)
    {
        if (side == Side.Left || native.IsBlank)
            return native;

        var (reference, key) = (field.Reference!, native.ToString());
        await references.ResolveAsync(reference, Side.Right, key);
        return FieldValue.Of(references.LeftKeyOf(reference, key) ?? $"{reference.Right} {key}");
    }

    private static bool HasReferences(PairingDescriptor pairing) =>
        pairing.Fields.Any(field => field.Reference is not null);

    private static FieldDescriptor? Field(PairingDescriptor pairing, Side side, string path) =>
        pairing.Fields.FirstOrDefault(field => field.Reference is not null && field.Paths(side).Contains(path));
}
