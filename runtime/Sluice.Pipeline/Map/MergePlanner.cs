namespace Sluice.Pipeline;

/// <summary>Plans the merge of one link from what both sides show now.</summary>
internal sealed class MergePlanner(PipelineOptions options, Settling settling)
{
    public MergePlan Plan(
        PairingTurn turn, LinkedBases linked, Record left, Record right, Provenance provenance)
    {
        var fields = turn.Descriptor.Fields;
        var leftValues = FieldReader.Read(turn.Pairing, Side.Left, left);
        var rightValues = FieldReader.Read(turn.Pairing, Side.Right, right);
        var policy = Policy(turn.Descriptor);
        var decisions = new FieldDecision[fields.Count];
        var hidden = new OwnWrite?[fields.Count];
        var edits = new List<FieldEdit>();

        for (var i = 0; i < decisions.Length; i++)
        {
            var agreed = Agreed(fields[i], linked.Bases);
            var (leftEdit, leftHides) = Look(Side.Left, leftValues[i], left);
            var (rightEdit, rightHides) = Look(Side.Right, rightValues[i], right);
            hidden[i] = leftHides ?? rightHides;
            var decision = FieldMerge.Decide(new(
                fields[i].Canonical, leftValues[i], rightValues[i],
                agreed is null ? null : (agreed.Left, agreed.Right), policy)
            {
                IsOneThing = linked.Link.Origin == LinkOrigin.Lineage,
                LeftIsEcho = IsEcho(provenance, Side.Left, fields[i], leftValues[i]),
                RightIsEcho = IsEcho(provenance, Side.Right, fields[i], rightValues[i]),
                OthersPending = provenance.OthersPending,
                LeftEdit = EditSpan.Interval(leftEdit),
                RightEdit = EditSpan.Interval(rightEdit),
                LeftIsUnsettled = leftHides is not null,
                RightIsUnsettled = rightHides is not null,
            });
            if (!options.Protections.Has(Protection.ThreeWayBase) && agreed is not null)
                decision = NewestWins(decision, left, right);
            decisions[i] = decision with { Rule = SideWords.Named(decision.Rule, turn.Descriptor) };

            (FieldEdit? Edit, OwnWrite? Hides) Look(Side side, FieldValue shown, Record record)
            {
                var edit = turn.Edits.Of(fields[i], side, agreed, shown, linked, record);
                if (edit is not null)
                    edits.Add(edit);
                return (edit, settling.Hidden(turn.Descriptor, fields[i], side, agreed, shown, linked.OwnWrites));
            }
        }

        return new(leftValues, rightValues, decisions) { Hidden = hidden, Edits = edits, Linked = linked };
    }

    private static bool IsEcho(Provenance provenance, Side side, FieldDescriptor field, FieldValue shown) =>
        provenance.Echoes.Any(echo => echo.Side == side && field.Paths(side).Contains(echo.Path)
            && CanonicalForm.Same(field.Canonical, echo.Value, shown));

    // What both sides showed through another mapping says nothing about an edit: the field is merged as for the first
    // time.
    private static FieldBase? Agreed(FieldDescriptor field, IReadOnlyList<FieldBase> bases) =>
        bases.FirstOrDefault(known => known.Field == field.Name) is { } known
            && known.Mapping == Mapping.Fingerprint(field)
            ? known
            : null;

    // What a merge without a memory does; only the simulation asks for it, to show what it costs.
    private static FieldDecision NewestWins(FieldDecision decision, Record left, Record right) =>
        decision.Action is FieldAction.WriteLeft or FieldAction.WriteRight
            ? new(
                left.Modified >= right.Modified ? FieldAction.WriteRight : FieldAction.WriteLeft,
                "the newest time stamp wins")
            : decision;

    private ConflictPolicy Policy(PairingDescriptor pairing) =>
        new(
            options.Conflict,
            options.Preferred.TryGetValue(pairing.Name, out var system) ? SideOf(pairing, system) : pairing.Source);

    private static Side SideOf(PairingDescriptor pairing, string system) =>
        string.Equals(pairing.Left.System, system, StringComparison.OrdinalIgnoreCase) ? Side.Left : Side.Right;
}
