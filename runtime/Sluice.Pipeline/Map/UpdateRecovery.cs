namespace Sluice.Pipeline;

/// <summary>
/// Looks at updates whose outcome is not settled. Without it an own late write would later be taken for a user's edit.
/// </summary>
internal sealed class UpdateRecovery(IStore store, PipelineOptions options, TimeProvider clock)
{
    public async ValueTask<SettledIntents> LookAsync(Pairing pairing, LinkedBases linked, Record left, Record right)
    {
        var open = (await store.OpenIntentsAsync(pairing.Descriptor.Name))
            .Where(intent => intent.TargetKey is not null && intent.TargetKey == linked.Link.Key(intent.Side)
                && intent.OriginKey == linked.Link.Key(intent.Side.Other())).ToList();
        if (open.Count == 0)
            return SettledIntents.None;

        var bases = linked.Bases.ToDictionary(known => known.Field, StringComparer.Ordinal);
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var intent in open)
        {
            var shown = FieldReader.Read(pairing, intent.Side, intent.Side == Side.Left ? left : right);
            var applied = Applied(pairing.Descriptor, intent, shown);
            var lateUntil = intent.At + options.LateCommitBound;
            if (applied.Count == 0 && clock.GetUtcNow() < lateUntil)
                return new([], [], $"An earlier write to {pairing.Descriptor[intent.Side].Name} {intent.TargetKey} has an unknown outcome; it may still arrive until {lateUntil:u}.");

            foreach (var (field, value) in applied)
            {
                var mapping = Mapping.Fingerprint(pairing.Descriptor.Fields.First(known => known.Name == field));
                bases[field] = intent.Side == Side.Left
                    ? new(field, value, intent.Sent[field], mapping)
                    : new(field, intent.Sent[field], value, mapping);
                moved.Add(field);
            }
        }

        return new([.. open.Select(intent => intent.Id)], [.. moved.Select(field => bases[field])], null);
    }

    private static Dictionary<string, FieldValue> Applied(PairingDescriptor pairing, Intent intent, FieldValue[] shown)
    {
        var applied = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        for (var i = 0; i < shown.Length; i++)
            if (intent.Sent.TryGetValue(pairing.Fields[i].Name, out var sent)
                && CanonicalForm.Same(pairing.Fields[i].Canonical, sent, shown[i]))
                applied[pairing.Fields[i].Name] = shown[i];

        return applied;
    }
}
