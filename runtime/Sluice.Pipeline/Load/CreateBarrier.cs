namespace Sluice.Pipeline;

/// <summary>Says why a record must not be created now, or not again as it stands.</summary>
internal sealed class CreateBarrier(
    Topology topology, IStore store, PipelineOptions options, TimeProvider clock, WriteGate gate, IntentBook intents,
    CreateRecovery recovery, Listings listings, RecentRecords recent, BuriedWrites buried, Copies copies,
    WaysRound ways)
{
    /// <returns>What is open about the origin; null where nothing is in the way.</returns>
    public async ValueTask<OpenItem?> StopsAsync(PairingTurn turn, CreateOperation create)
    {
        var (descriptor, target, origin) = (turn.Descriptor, create.Decision.Target, create.Origin);
        var entity = descriptor[target].Name;
        if (Unsettled(turn, target.Other(), origin.Key) is { } unsettled)
            return unsettled;

        // Before what passes: that would take the place of what is known, and the same would be sent again after it.
        var basis = Basis(create);
        if (turn.Open.Of(target.Other(), origin.Key).FirstOrDefault(item => item.Basis == basis) is { } known)
            return known;

        var values = FieldReader.Read(turn.Pairing, target.Other(), origin);
        if (gate.Refuses(descriptor, target, values) is { } refusal)
            return Item(turn, create, refusal);

        if (await buried.OfAsync(turn, target.Other(), origin) is { } hidden)
            return Item(turn, create, hidden);
        if (await OtherAsync(entity, origin) is { } other)
            return Item(
                turn, create,
                $"Another create of {entity}, for {other.OriginKey}, has an unknown outcome; the next is sent once it "
                    + $"was found, or was looked for after {other.At + options.LateCommitBound:u}.");
        if (await MadeByUsAsync(descriptor[target.Other()].Name, origin) is { } made)
            return Item(
                turn, create,
                $"It may be what was created for {made.OriginKey} at {made.At:u}, whose outcome is not known yet; it "
                    + "is not sent back before that is settled.");
        if (options.Protections.Has(Protection.JoinBeforeCreate) && turn.State != PairingState.Observing
            && await ways.UndecidedAsync(descriptor, origin.Identity) is { } undecided)
            return Item(turn, create, undecided);
        if (descriptor.Rules.Count > 0 && listings.Of(entity)?.Blind is { } blind)
            return Item(turn, create, $"In {entity}, {blind}: whether that is its counterpart is not known.");

        if (await OtherSpellingAsync(descriptor, target.Other(), origin.Key) is { } spelled)
            return Item(
                turn, create,
                $"{spelled} is linked and differs from {origin.Key} in case only: it may be the same record under "
                    + "another spelling of its key, and is not created a second time.") with { Kind = OpenKind.Review };

        return await copies.StopAsync(turn, create);
    }

    /// <summary>What became of the create that was sent for a record, where that has yet to be found out.</summary>
    /// <returns>
    /// What the recovery asked or said about it in this turn, else that it is looked for; null where all is known.
    /// </returns>
    public OpenItem? Unsettled(PairingTurn turn, Side side, string key)
    {
        var (pairing, target) = (turn.Descriptor.Name, side.Other());
        if (intents.Creates.FirstOrDefault(create =>
            create.Pairing == pairing && create.Side == target && create.OriginKey == key) is not { } intent)
            return null;

        return turn.Open.IsConfirmed(side, key) && turn.Open.Of(side, key) is [var known, ..]
            ? known
            : Item(
                turn, side, key,
                $"Whether {turn.Descriptor[target].Name} was created for it at {intent.At:u} is not known yet; it is "
                    + "looked for before anything is sent again.");
    }

    /// <returns>
    /// What is open about an origin of which it is not known whether it has a counterpart already: first of all what
    /// became of the create that was sent for it.
    /// </returns>
    public OpenItem Doubts(PairingTurn turn, CreateDecision create, string doubt) =>
        Unsettled(turn, create.Target.Other(), create.Origin.Key)
        ?? Item(turn, create.Target.Other(), create.Origin.Key, doubt);

    /// <returns>
    /// Why two records that match must not be linked yet: one of them is what another pairing created, which finds it
    /// again and knows what was sent; null where nothing is in the way.
    /// </returns>
    public string? StopsLink(PairingTurn turn, Record left, Record right)
    {
        foreach (var record in new[] { left, right })
            if (recovery.MakerOf(record.Identity) is { } intent && intent.Pairing != turn.Descriptor.Name)
                return $"{record.Identity} is what was created for {intent.OriginKey} at {intent.At:u}, whose outcome "
                    + "is not known yet; it is not linked before that is settled.";

        return null;
    }

    /// <summary>What a refusal holds for: the same body is not sent again.</summary>
    public static string Basis(CreateOperation create) => RecordHash.Of(create.Request.Body);

    // Keys are compared to the letter; a system that changes how it spells them must not make its records new ones.
    private async ValueTask<string?> OtherSpellingAsync(PairingDescriptor pairing, Side side, string key)
    {
        foreach (var spelled in new[] { key.ToLowerInvariant(), key.ToUpperInvariant() })
            if (spelled != key && await store.FindLinkAsync(pairing.Name, side, spelled) is not null)
                return spelled;

        return null;
    }

    // While a create may still arrive, no other is sent to the same entity: two of them could not be told apart. One of
    // which a person has to say what it made holds back only what is made for the same thing.
    private async ValueTask<Intent?> OtherAsync(EntityName entity, Record origin)
    {
        var there = intents.Creates.Where(intent =>
            TargetOf(intent) is { } made && topology.Physical(made) == topology.Physical(entity)).ToList();
        if (there.Find(intent => !intents.IsUndecidable(intent.Id)) is { } unsettled)
            return unsettled;
        if (there.Count == 0)
            return null;

        var kin = (await store.LineageAsync(origin.Identity)).Append(origin.Identity).ToHashSet();
        return there.Find(intent => MayBeOf(intent, kin));
    }

    // Neither is a record sent back to where it came from.
    private async ValueTask<Intent?> MadeByUsAsync(EntityName entity, Record origin)
    {
        if (!options.Protections.Has(Protection.NeverBackToOrigin))
            return null;

        foreach (var intent in intents.Creates.Where(intent =>
            TargetOf(intent) is { } made && topology.Physical(made) == origin.Identity.Entity))
            if ((await store.KnownBeforeAsync(entity, [origin.Key], intent.At)).Count == 0
                && (!intents.IsUndecidable(intent.Id) || recovery.Resembles(intent, origin.Identity)))
                return intent;

        return null;
    }

    // Of a view's record that is gone, only the view can tell which one it showed.
    private bool MayBeOf(Intent intent, HashSet<RecordId> kin)
    {
        if (OriginOf(intent) is not { } entity)
            return true;
        if (recent.Find(entity, intent.OriginKey) is { } other)
            return kin.Contains(other.Identity);

        var physical = topology.Physical(entity);
        return physical == entity
            ? kin.Contains(new(entity, intent.OriginKey))
            : kin.Any(record => record.Entity == physical);
    }

    private EntityName? TargetOf(Intent intent) => Descriptor(intent)?[intent.Side].Name;

    private EntityName? OriginOf(Intent intent) => Descriptor(intent)?[intent.Side.Other()].Name;

    private PairingDescriptor? Descriptor(Intent intent) => topology.Find(intent.Pairing)?.Descriptor;

    private OpenItem Item(PairingTurn turn, CreateOperation create, string reason) =>
        Item(turn, create.Decision.Target.Other(), create.Origin.Key, reason);

    private OpenItem Item(PairingTurn turn, Side side, string key, string reason) => new(
        OpenKind.Waiting, turn.Descriptor.Name, side, key, reason, turn.Descriptor.Line, clock.GetUtcNow());
}
