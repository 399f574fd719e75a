namespace Sluice.Pipeline;

/// <summary>
/// Finds edits that a listing showed and that a read, a moment later, leaves out: who forgets them would not look
/// again, for when they show once more the record is as it was listed.
/// </summary>
internal sealed class HiddenEdits(RecentRecords recent, ReferenceBook references, TimeProvider clock)
{
    /// <returns>One item for each, until what is read shows the field.</returns>
    public async ValueTask<IReadOnlyList<OpenItem>> OfAsync(PairingTurn turn, LinkedBases linked, MergePlan plan) =>
        [.. await OfAsync(turn, linked, plan, Side.Left), .. await OfAsync(turn, linked, plan, Side.Right)];

    private async ValueTask<IReadOnlyList<OpenItem>> OfAsync(
        PairingTurn turn, LinkedBases linked, MergePlan plan, Side side)
    {
        var missing = Enumerable.Range(0, plan.Rules.Count).Where(field =>
            plan.Values(side)[field] is { IsAbsent: true, Issue: null }
            && plan.Decisions[field].Action == FieldAction.None).ToList();
        if (missing.Count == 0)
            return [];

        var (entity, key) = (turn.Descriptor[side].Name, linked.Link.Key(side));
        var listed = recent.Find(entity, key);
        await references.ResolveAsync(entity, listed);
        var shown = listed is null ? null : FieldReader.Read(turn.Pairing, side, listed);
        return
        [
            .. from field in missing
               let name = plan.Rules[field].Field.Name
               let known = turn.Open.Of(side, key).FirstOrDefault(open =>
                   open.Kind == OpenKind.Waiting && open.Field == name)
               let item = shown is not null && IsEdited(linked, plan.Rules[field], side, shown[field])
                   ? Item(turn.Descriptor, linked.Link, side, field, shown[field])
                   : known
               where item is not null
               select item,
        ];
    }

    // What stands on the far side of a field that flows one way goes nowhere.
    private static bool IsEdited(LinkedBases linked, FieldRule rule, Side side, FieldValue shown) =>
        !shown.IsAbsent
        && rule.Field.OneWay != side
        && (Agreed(linked, rule.Field) is { } agreed
            ? !CanonicalForm.Same(rule.Comparison, agreed[side], shown)
            : !shown.IsBlank);

    private static FieldBase? Agreed(LinkedBases linked, FieldDescriptor field) => linked.Bases.FirstOrDefault(known =>
        known.Field == field.Name && known.Mapping == Mapping.Fingerprint(field));

    private OpenItem Item(PairingDescriptor pairing, Link link, Side side, int field, FieldValue shown) =>
        MergeItem.Of(
            pairing, link, OpenKind.Waiting, side, field,
            $"{pairing[side].Name} was listed with {pairing.Fields[field].Name} = '{shown}' and does not show it when "
                + "it is read; what is to be done about it waits until it does.",
            clock.GetUtcNow()) with
        {
            Field = pairing.Fields[field].Name,
        };
}
