namespace Sluice.Pipeline;

/// <summary>
/// Finds edits that a listing showed and that a read, a moment later, leaves out or is from before: who forgets them
/// would not look again, for when they show once more the record is as it was listed.
/// </summary>
internal sealed class HiddenEdits(
    RecentRecords recent, ReferenceBook references, Settling settling, TimeProvider clock)
{
    /// <summary>
    /// Listed edits of which what was read shows nothing, and which it may be from before: a read is behind for as long
    /// as its system takes to settle. Nothing is written over them. A listing from before an own write shows no edit.
    /// </summary>
    public async ValueTask<IReadOnlyList<FieldEdit>> BehindAsync(PairingTurn turn, LinkedBases linked, MergePlan plan)
    {
        var behind = new List<FieldEdit>();
        foreach (var side in new[] { Side.Left, Side.Right })
        {
            FieldEdit[] known =
                [.. linked.Edits.Where(edit => edit.Side == side), .. await UnnotedAsync(turn, linked, plan, side)];
            behind.AddRange(
                from field in Enumerable.Range(0, plan.Rules.Count)
                let edit = known.FirstOrDefault(edit => edit.Field == plan.Rules[field].Field.Name)
                where edit is not null && IsBehind(turn.Descriptor, linked, plan, field, edit)
                select edit);
        }

        return behind;
    }

    /// <summary>What is open for each of them, field by field; null where none is.</summary>
    public IReadOnlyList<OpenItem?> Items(
        PairingDescriptor pairing, Link link, MergePlan plan, IReadOnlyList<FieldEdit> behind) =>
    [
        .. plan.Rules.Select((rule, field) =>
            behind.FirstOrDefault(edit => edit.Field == rule.Field.Name) is not { } edit ? null : MergeItem.Of(
                pairing, link, OpenKind.Waiting, edit.Side, field,
                $"{pairing[edit.Side].Name} was listed with {edit.Field} = '{edit.Value}' and read as "
                    + $"'{plan.Values(edit.Side)[field]}', which may be from before; from "
                    + $"{settling.Over(pairing[edit.Side].System, edit.NotLaterThan):u} on it counts.",
                clock.GetUtcNow())),
    ];

    /// <returns>One item for each that is left out, until what is read shows the field.</returns>
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
               let value = shown is null ? Listed(linked, side, name) : shown[field]
               let item = IsEdited(linked, plan.Rules[field], side, value)
                   ? Item(turn.Descriptor, linked.Link, side, field, value)
                   : known
               where item is not null
               select item,
        ];
    }

    // What was not listed in this cycle was in an earlier one, whose edit nobody has looked at yet.
    private static FieldValue Listed(LinkedBases linked, Side side, string field) =>
        linked.Edits.FirstOrDefault(edit => edit.Side == side && edit.Field == field)?.Value ?? FieldValue.Absent;

    // Of a field that never agreed no listing tells what is an edit: a value that a read does not show is one.
    private async ValueTask<IReadOnlyList<FieldEdit>> UnnotedAsync(
        PairingTurn turn, LinkedBases linked, MergePlan plan, Side side)
    {
        var entity = turn.Descriptor[side].Name;
        var fields = Enumerable.Range(0, plan.Rules.Count).Where(field =>
            Agreed(linked, plan.Rules[field].Field) is null && IsAtStake(plan, side, field)).ToList();
        if (fields.Count == 0 || recent.Find(entity, linked.Link.Key(side)) is not { } listed)
            return [];

        await references.ResolveAsync(entity, listed);
        var shown = FieldReader.Read(turn.Pairing, side, listed);
        return
        [
            .. fields.Select(field => EditSpan.Seen(
                plan.Rules[field], side, shown[field], after: null, listed, clock.GetUtcNow())),
        ];
    }

    private static bool IsAtStake(MergePlan plan, Side side, int field) =>
        plan.Decisions[field].Action == FieldAction.Hold || plan.IsWritten(side, field);

    private bool IsBehind(PairingDescriptor pairing, LinkedBases linked, MergePlan plan, int field, FieldEdit edit)
    {
        var (rule, system) = (plan.Rules[field], pairing[edit.Side].System);
        var read = plan.Values(edit.Side)[field];
        return (Agreed(linked, rule.Field) is { } agreed
                ? (plan.Decisions[field].Action == FieldAction.None || plan.IsWritten(edit.Side, field))
                    && CanonicalForm.Same(rule.Comparison, agreed[edit.Side], read)
                : IsAtStake(plan, edit.Side, field) && !CanonicalForm.Same(rule.Comparison, edit.Value, read))
            && IsEdited(linked, rule, edit.Side, edit.Value)
            && settling.MayHide(system, edit.NotLaterThan)
            && settling.Hidden(system, rule, edit.Side, edit.Value, linked.OwnWrites) is null;
    }

    // What stands on the far side of a field that flows one way goes nowhere, and neither does a blank that is kept.
    private static bool IsEdited(LinkedBases linked, FieldRule rule, Side side, FieldValue shown) =>
        !shown.IsAbsent
        && rule.Field.OneWay != side
        && !(rule.Blanks == BlanksPolicy.Keep && shown.IsBlank)
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
