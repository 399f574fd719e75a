using System.Runtime.CompilerServices;

namespace Sluice.Pipeline;

/// <summary>
/// Decides what each unlinked record of a pairing is. Only ever run when both sides were listed to the end.
/// </summary>
internal sealed class MatchStage(IStore store, Connections connections, PipelineOptions options)
{
    private const int Batch = 500;

    /// <summary>Links that have something to look at.</summary>
    public async IAsyncEnumerable<Decision> DirtyAsync(
        Pairing pairing, [EnumeratorCancellation] CancellationToken token)
    {
        for (long after = 0; ;)
        {
            var links = await store.DirtyLinksAsync(pairing.Descriptor.Name, after, Batch);
            if (links.Count == 0)
                yield break;

            foreach (var link in links)
            {
                token.ThrowIfCancellationRequested();
                yield return new MergeDecision(link);
            }

            after = links[^1].Link.Id;
        }
    }

    /// <summary>Unlinked records of both sides that have somebody across, or several.</summary>
    public IAsyncEnumerable<Decision> MatchedAsync(Pairing pairing, CancellationToken token) =>
        UnlinkedAsync(pairing, alone: false, token);

    /// <summary>Unlinked records of both sides that have nobody across.</summary>
    public IAsyncEnumerable<Decision> AloneAsync(Pairing pairing, CancellationToken token) =>
        UnlinkedAsync(pairing, alone: true, token);

    private async IAsyncEnumerable<Decision> UnlinkedAsync(
        Pairing pairing, bool alone, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var side in new[] { Side.Left, Side.Right })
        {
            var descriptor = pairing.Descriptor;
            if (!Needs.Deciding(descriptor, side) || (alone && descriptor[side.Other()].Creation == Creation.Never))
                continue;

            // Each pair is met from both sides; the left one speaks for it.
            var wanted = alone ? Standings.Alone : side == Side.Left ? Standings.Paired : Standings.None;

            for (long after = 0; ;)
            {
                var records = await store.UnlinkedAsync(
                    descriptor.Name, side, descriptor[side].Name, after, Batch, wanted);
                var matches = descriptor.Rules.Count == 0 || records.Count == 0
                    ? null
                    : await store.MatchesAsync(
                        descriptor.Name, side, [.. records.Select(record => record.Observation)]);
                for (var i = 0; i < records.Count; i++)
                {
                    token.ThrowIfCancellationRequested();
                    if (await DecideAsync(descriptor, side, records[i], matches?[i] ?? Match.None) is { } decision
                        && decision is CreateDecision == alone)
                        yield return alone ? await LeftOutAsync(descriptor, side, records[i]) ?? decision : decision;
                }

                if (records.Count < Batch)
                    break;

                after = records[^1].Observation;
            }
        }
    }

    private async ValueTask<Decision?> DecideAsync(
        PairingDescriptor descriptor, Side side, Unlinked record, Match match)
    {
        if (record.HasEnded && await BackAsync(descriptor, side, record) is { } returned)
            return returned;

        var (across, rivals, taken) = match;
        if (across.Count == 0)
            return await LostAsync(descriptor, side, record) ?? Alone(descriptor, side, record);

        if (IsAmbiguous(across, rivals) || taken is not null)
        {
            if (await KinAsync(descriptor, side, record, across) is { } kin)
                return side == Side.Left ? Link(record, kin) : null;

            // The load stage links while this one reads ahead: the record may have got its counterpart meanwhile.
            return await store.FindLinkAsync(descriptor.Name, side, record.Key) is null
                ? new ReviewDecision(
                    side, record.Key, Ambiguity(descriptor, side, record, across, rivals, taken),
                    descriptor.Rules[across[0].Rule].Line, OpenCause.Candidates)
                : null;
        }

        return side == Side.Left ? Link(record, across[0]) : null;
    }

    private static LinkDecision Link(Unlinked left, Candidate right) =>
        new(left, new(right.Observation, right.Key, right.Identity), right.Rule);

    // Of several that look the same, the one that is the same by way of other pairings needs no guess. One that still
    // stands for what is gone is not free: a person decides about that first.
    private async ValueTask<Candidate?> KinAsync(
        PairingDescriptor descriptor, Side side, Unlinked record, IReadOnlyList<Candidate> across)
    {
        if (!options.Protections.Has(Protection.OnePerLineage))
            return null;

        var lineage = await store.LineageAsync(record.Identity);
        return across.Where(candidate => lineage.Contains(candidate.Identity)).ToList() is [{ IsLinked: false } only]
            && await store.FindLinkAsync(descriptor.Name, side.Other(), only.Key) is null
            ? only
            : null;
    }

    private bool IsAmbiguous(IReadOnlyList<Candidate> across, IReadOnlyList<Candidate> rivals) =>
        (across.Count > 1 || rivals.Count > 0) && options.Protections.Has(Protection.AmbiguousToReview);

    // A link that ended lives again when the record that went is back, and neither has found another counterpart, nor
    // did a person tell the two apart meanwhile.
    private async ValueTask<MergeDecision?> BackAsync(PairingDescriptor descriptor, Side side, Unlinked record) =>
        side == Side.Left
        && await store.FindEndedAsync(descriptor.Name, side, record.Key) is { Link: var ended } linked
        && !ended.IsGone(side.Other())
        && await store.FindLinkAsync(descriptor.Name, side.Other(), ended.Key(side.Other())) is null
        && !await store.AreToldApartAsync(descriptor.Name, side, record.Key, ended.Key(side.Other()))
            ? new(linked)
            : null;

    // A link ends for a record that takes the place of the one that went. Where none does after all, or what went is
    // back and belongs to another by now, what becomes of this one is as open as it was; where people are asked, a link
    // ends when they want another made, and only the latter is left open. Under the other policies a link that ended is
    // history.
    private async ValueTask<ReviewDecision?> LostAsync(PairingDescriptor descriptor, Side side, Unlinked record)
    {
        // The load stage links while this one reads ahead: the record may have got its counterpart meanwhile.
        var policy = options.Deletes.Of(descriptor, side.Other());
        if (record is not { HasEnded: true, PartedFrom: null, Ruling: null }
            || policy is not (DeletePolicy.Ask or DeletePolicy.Propagate)
            || await store.FindEndedAsync(descriptor.Name, side, record.Key) is not { Link: var ended }
            || await store.FindLinkAsync(descriptor.Name, side, record.Key) is not null)
            return null;

        var key = ended.Key(side.Other());
        var since = await store.FindLinkAsync(descriptor.Name, side.Other(), key) is { Link: var other }
            ? $"that one stands for {other.Key(side)} now"
            : policy == DeletePolicy.Propagate && ended.IsGone(side.Other())
                ? "no other record takes that one's place"
                : null;
        return since is null ? null : new(
            side, record.Key,
            $"It was linked to {descriptor[side.Other()].Name} {key}, and {since}. It stays, and nothing is made again "
                + "without a decision.",
            descriptor.Line, OpenCause.Gone);
    }

    // What lost its counterpart, or was told apart from it, gets no other one made before a person says so.
    private static Decision? Alone(PairingDescriptor descriptor, Side side, Unlinked record) =>
        descriptor[side.Other()].Creation == Creation.Never || record.Ruling == Ruling.Leave ? null
        : record is { PartedFrom: { } other, Ruling: null } ? new ReviewDecision(
            side, record.Key,
            $"It was told apart from {descriptor[side.Other()].Name} {other}; nothing is made for it without a "
                + "decision.",
            descriptor.Line, OpenCause.Parted)
        : record.HasEnded && record.Ruling != Ruling.Create ? null
        : new CreateDecision(side.Other(), record);

    private async ValueTask<Decision?> LeftOutAsync(PairingDescriptor descriptor, Side side, Unlinked record) =>
        descriptor[side.Other()] switch
        {
            { Creation: Creation.Conditional } there when !record.IsWanted =>
                new UnwantedDecision(side, record, UnwantedDecision.Words(there)),
            { Creation: Creation.Connected }
                when await connections.MissingAsync(descriptor, side.Other(), record.Key) is { } missing =>
                new UnwantedDecision(side, record, missing.Reason) { Missing = missing },
            _ => null,
        };

    private static string Ambiguity(
        PairingDescriptor descriptor, Side side, Unlinked record, IReadOnlyList<Candidate> across,
        IReadOnlyList<Candidate> rivals, Link? taken)
    {
        var rule = descriptor.Rules[across[0].Rule];
        var there = descriptor[side.Other()].Name;
        var here = descriptor[side].Name;
        return across.Count > 1
            ? $"{across.Count} records of {there} agree by {rule.Left} = {rule.Right}: "
                + $"{Keys(across.Select(c => c.Key))}."
            : rivals.Count > 0
                ? $"{there} {across[0].Key} agrees with {rivals.Count} more of {here} by "
                    + $"{rule.Left} = {rule.Right}: {Keys(rivals.Select(r => r.Key))}."
                : $"{there} {across[0].Key} agrees by {rule.Left} = {rule.Right}, but is linked to {here} "
                    + $"{taken?.Key(side)}{(taken?.State == LinkState.Tombstone ? ", which is gone" : "")}.";
    }

    private static string Keys(IEnumerable<string> keys)
    {
        var all = keys.ToList();
        return all.Count <= 5 ? string.Join(", ", all) : string.Join(", ", all.Take(5)) + $" and {all.Count - 5} more";
    }
}
