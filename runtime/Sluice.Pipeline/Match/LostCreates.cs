using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Finds what may have been created in the time that a restored store has lost.</summary>
internal sealed class LostCreates(
    Topology topology, IStore store, RecentRecords recent, Lineages lineages, MatchStage match)
{
    private readonly HashSet<(string Pairing, Side Side, string Key)> _exempt = [];

    /// <summary>Whether it is known that nothing was created for a record in the time that was lost.</summary>
    public bool IsExempt(PairingTurn turn, CreateDecision create) => _exempt.Contains(Key(turn, create));

    /// <summary>Goes through the records of a restored pairing that are to be created for.</summary>
    public async IAsyncEnumerable<LostCreate> OfAsync(
        PairingTurn turn, Restoration lost, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var decision in match.AloneAsync(turn.Pairing, token))
            if (decision is CreateDecision create)
            {
                var isExempt = await IsNewAsync(turn, create, lost) ? true : await IsKnownAsync(turn, create, token);
                if (isExempt == true)
                    _exempt.Add(Key(turn, create));
                else if (isExempt == false && await DraftAsync(turn, create, token) is { } body)
                    yield return new(turn, create, body);
            }
    }

    // What appeared when the pairing ran by itself again was known to nobody before.
    private async ValueTask<bool> IsNewAsync(PairingTurn turn, CreateDecision create, Restoration lost) =>
        lost.RecoveredAt is { } recovered
        && (await store.KnownBeforeAsync(
            turn.Descriptor[create.Target.Other()].Name, [create.Origin.Key], recovered)).Count == 0;

    // What it stands for by way of other pairings is linked, not created.
    private async ValueTask<bool?> IsKnownAsync(PairingTurn turn, CreateDecision create, CancellationToken token)
    {
        try
        {
            var there = await lineages.CounterpartsAsync(create.Origin, turn.Descriptor[create.Target].Name, token);
            return there.Doubt is null ? !there.AllowAnother : null;
        }
        catch (RemoteException)
        {
            return null;
        }
    }

    // What cannot be drafted is not created either: the map stage says why.
    private async Task<JsonElement?> DraftAsync(PairingTurn turn, CreateDecision create, CancellationToken token)
    {
        var entity = turn.Descriptor[create.Target.Other()].Name;
        try
        {
            var origin = recent.Find(entity, create.Origin.Key)
                ?? Keys.Own(
                    await topology.Source(entity)!.ReadAsync(create.Origin.Key, token), create.Origin.Key);
            return origin is not null
                && turn.Pairing.Create(create.Target, origin.Value).Record is { } draft
                && topology.Requests(turn.Descriptor[create.Target].Name) is { } requests
                ? JsonElement.Parse(requests.Create(draft).Body)
                : null;
        }
        catch (Exception exception) when (
            exception is not (FencedException or StorageException) && !token.IsCancellationRequested)
        {
            return null;
        }
    }

    private static (string Pairing, Side Side, string Key) Key(PairingTurn turn, CreateDecision create) =>
        (turn.Descriptor.Name, create.Target.Other(), create.Origin.Key);
}
