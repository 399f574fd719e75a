namespace Sluice.Pipeline;

/// <summary>Plans the merge of one link from what both sides show now.</summary>
internal sealed class MergePlanner(PipelineOptions options, Settling settling)
{
    /// <param name="turn">The pairing's turn.</param>
    /// <param name="linked">The link, with what both sides last agreed on.</param>
    /// <param name="left">The left record.</param>
    /// <param name="right">The right record.</param>
    /// <param name="marks">What was carried from or to either record, by whichever pairing.</param>
    public MergePlan Plan(
        PairingTurn turn, LinkedBases linked, Record left, Record right,
        (RecordMarks Left, RecordMarks Right) marks)
    {
        var fields = turn.Descriptor.Fields;
        var leftValues = FieldReader.Read(turn.Pairing, Side.Left, left);
        var rightValues = FieldReader.Read(turn.Pairing, Side.Right, right);
        var policy = Policy(turn.Descriptor);
        var leftClaims = Claims(fields, Side.Left, leftValues, marks.Left);
        var rightClaims = Claims(fields, Side.Right, rightValues, marks.Right);
        var decisions = new FieldDecision[fields.Count];
        var hidden = new OwnWrite?[fields.Count];
        var edits = new List<FieldEdit>();

        for (var i = 0; i < decisions.Length; i++)
        {
            var agreed = Agreed(fields[i], linked.Bases);

            // What was carried through another mapping says nothing about what this one shows.
            var isRemapped = agreed is null && linked.Bases.Any(known => known.Field == fields[i].Name);
            if (isRemapped)
                (leftClaims[i], rightClaims[i]) = (default, default);
            var (leftEdit, leftHides) = Look(Side.Left, leftValues[i], left);
            var (rightEdit, rightHides) = Look(Side.Right, rightValues[i], right);
            hidden[i] = leftHides ?? rightHides;
            var decision = FieldMerge.Decide(new(
                fields[i].Canonical, leftValues[i], rightValues[i],
                agreed is null ? null : (agreed.Left, agreed.Right), policy)
            {
                IsOneThing = linked.Link.Origin == LinkOrigin.Lineage && !isRemapped,
                LeftClaim = leftClaims[i],
                RightClaim = rightClaims[i],
                LeftEdit = EditSpan.Interval(leftEdit),
                RightEdit = EditSpan.Interval(rightEdit),
                LeftSent = leftHides?.Sent,
                RightSent = rightHides?.Sent,
            });
            if (!options.Protections.Has(Protection.ThreeWayBase) && agreed is not null)
                decision = NewestWins(decision, left, right);
            decisions[i] = decision with { Rule = SideWords.Named(decision.Rule, turn.Descriptor) };

            (FieldEdit? Edit, OwnWrite? Hides) Look(Side side, FieldValue shown, Record record)
            {
                var edit = turn.Edits.Of(fields[i], side, agreed, shown, linked, record);
                if (edit is not null)
                    edits.Add(edit);
                return (edit, settling.Hidden(turn.Descriptor, fields[i], side, shown, linked.OwnWrites));
            }
        }

        return new(leftValues, rightValues, decisions)
        {
            LeftClaims = leftClaims,
            RightClaims = rightClaims,
            Hidden = hidden,
            Edits = edits,
            Linked = linked,
        };
    }

    private static Claim[] Claims(
        IReadOnlyList<FieldDescriptor> fields, Side side, FieldValue[] values, RecordMarks marks) =>
        [.. fields.Select((field, i) => Provenance.Of(marks, field, side, values[i]))];

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
