namespace Sluice.Pipeline;

/// <summary>
/// Looks at writes to the records of a link whose outcome is not settled. Without it an own late write would later be
/// taken for a user's edit.
/// </summary>
internal sealed class WriteRecovery(IntentBook intents, PipelineOptions options, TimeProvider clock)
{
    private readonly FieldRules _rules = new(options);

    /// <summary>Looks at the records of a link; a side that is gone shows nothing, and awaits nothing.</summary>
    public SettledIntents Look(Pairing pairing, LinkedBases linked, Record? left, Record? right)
    {
        var open = intents.UpdatesOf(linked.Link);
        var creates = intents.CreatesOf(linked.Link);
        if (open.Count == 0 && creates.Count == 0)
            return SettledIntents.None;

        var rules = _rules.Of(pairing.Descriptor, left, right);
        var bases = linked.Bases.ToDictionary(known => known.Field, StringComparer.Ordinal);
        var moved = new HashSet<string>(StringComparer.Ordinal);
        var writes = new List<OwnWrite>();
        var marks = new List<Mark>();
        foreach (var intent in open)
        {
            if ((intent.Side == Side.Left ? left : right) is not { } record)
                continue;

            var shown = FieldReader.Read(pairing, intent.Side, record);
            var lateUntil = intent.At + options.LateCommitBound;
            for (var i = 0; i < shown.Length; i++)
            {
                var field = pairing.Descriptor.Fields[i];
                if (!intent.Sent.TryGetValue(field.Name, out var sent))
                    continue;
                if (!CanonicalForm.Same(rules[i].Comparison, sent, shown[i]))
                {
                    if (clock.GetUtcNow() < lateUntil
                        && MayStillArrive(rules[i], bases.GetValueOrDefault(field.Name), intent.Side, shown[i]))
                        return new(
                            [], [],
                            $"An earlier write to {pairing.Descriptor[intent.Side].Name} {intent.TargetKey} has an "
                                + $"unknown outcome; it may still arrive until {lateUntil:u}.");

                    // Somebody edited the field, before our write arrived or after it: should it arrive over the edit
                    // yet, it is known for what it is; and what is typed over it where it came from is newer.
                    if (!IsTakenBack(intent, i))
                        marks.AddRange(Origin(intent, field));
                    if (clock.GetUtcNow() < lateUntil)
                        writes.AddRange(Written(intent, field, bases, intent.At)
                            .Select(write => write with { IsLate = true }));
                    continue;
                }

                writes.AddRange(Written(intent, field, bases, clock.GetUtcNow()));
                Agree(intent, field, shown[i]);
            }
        }

        // The two were matched before what was created could be told for sure. A field that both held is none in which
        // they ever differed; of one that shows something else, nothing is known.
        foreach (var create in creates)
            if ((create.Side == Side.Left ? left : right) is { } record)
            {
                var shown = FieldReader.Read(pairing, create.Side, record);
                for (var i = 0; i < shown.Length; i++)
                    if (pairing.Descriptor.Fields[i] is var field && !bases.ContainsKey(field.Name)
                        && create.Sent.TryGetValue(field.Name, out var sent) && !sent.IsBlank
                        && CanonicalForm.Same(rules[i].Comparison, sent, shown[i]))
                        Agree(create, field, shown[i]);
            }

        return new([.. open.Select(intent => intent.Id)], [.. moved.Select(field => bases[field])], null)
        {
            OwnWrites = writes,
            Marks = marks,
        };

        void Agree(Intent intent, FieldDescriptor field, FieldValue shown)
        {
            var (sent, version) = (intent.Sent[field.Name], intent.Versions.GetValueOrDefault(field.Name));
            var (atLeft, atRight) = intent.Side == Side.Left ? (shown, sent) : (sent, shown);
            bases[field.Name] = new(field.Name, atLeft, atRight, Mapping.Fingerprint(field)) { Version = version };
            marks.AddRange(Provenance.Marks(
                linked.Link.Identity(intent.Side), field, intent.Side, shown, version, isCopy: true));
            marks.AddRange(Origin(intent, field));
            moved.Add(field.Name);
        }

        // Whether what was sent has gone from where it came from, too, and both show again what they agreed on before it.
        bool IsTakenBack(Intent intent, int i) =>
            bases.GetValueOrDefault(pairing.Descriptor.Fields[i].Name) is { } agreed
            && (intent.Side == Side.Left ? right : left) is { } origin
            && FieldReader.Read(pairing, intent.Side.Other(), origin)[i] is var shown
            && CanonicalForm.Same(rules[i].Comparison, shown, agreed[intent.Side.Other()]);

        IEnumerable<Mark> Origin(Intent intent, FieldDescriptor field) => Provenance.Marks(
            linked.Link.Identity(intent.Side.Other()), field, intent.Side.Other(), intent.Sent[field.Name],
            intent.Versions.GetValueOrDefault(field.Name), isCopy: false);
    }

    private static IEnumerable<OwnWrite> Written(
        Intent intent, FieldDescriptor field, Dictionary<string, FieldBase> bases, DateTimeOffset at) =>
        bases.GetValueOrDefault(field.Name) is not { } before
            ? []
            : field.Paths(intent.Side).Select(path =>
                new OwnWrite(intent.Side, path, before[intent.Side], intent.Sent[field.Name], at)
                {
                    Version = intent.Versions.GetValueOrDefault(field.Name),
                });

    // A field that shows neither what was sent nor what stood there before was edited after the write, or instead of
    // it.
    private static bool MayStillArrive(FieldRule rule, FieldBase? agreed, Side side, FieldValue shown) =>
        shown.IsAbsent || agreed is null || CanonicalForm.Same(rule.Comparison, shown, agreed[side]);
}
