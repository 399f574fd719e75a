namespace Sluice.Pipeline;

/// <summary>Plans the merge of one link from what both sides show now.</summary>
internal sealed class MergePlanner(PipelineOptions options)
{
    /// <param name="turn">The pairing's turn.</param>
    /// <param name="link">The link.</param>
    /// <param name="bases">What both sides last agreed on.</param>
    /// <param name="left">The left record.</param>
    /// <param name="right">The right record.</param>
    /// <param name="marks">What was carried from or to either record, by whichever pairing.</param>
    public MergePlan Plan(
        PairingTurn turn, Link link, IReadOnlyList<FieldBase> bases, Record left, Record right,
        (RecordMarks Left, RecordMarks Right) marks)
    {
        var fields = turn.Descriptor.Fields;
        var leftValues = FieldReader.Read(turn.Pairing, Side.Left, left);
        var rightValues = FieldReader.Read(turn.Pairing, Side.Right, right);
        var policy = Policy(turn.Descriptor, link);
        var hasOpen = turn.Open.Of(link).Count > 0;
        var (leftEdit, rightEdit) = (
            turn.Edits.Of(Side.Left, link, hasOpen, left), turn.Edits.Of(Side.Right, link, hasOpen, right));
        var leftClaims = Claims(fields, Side.Left, leftValues, marks.Left);
        var rightClaims = Claims(fields, Side.Right, rightValues, marks.Right);
        var decisions = new FieldDecision[fields.Count];

        for (var i = 0; i < decisions.Length; i++)
        {
            var agreed = Agreed(fields[i], bases);
            var decision = FieldMerge.Decide(new(
                fields[i].Canonical, leftValues[i], rightValues[i],
                agreed is null ? null : (agreed.Left, agreed.Right), policy)
            {
                IsOneThing = link.Origin == LinkOrigin.Lineage && bases.All(known => known.Field != fields[i].Name),
                LeftClaim = leftClaims[i],
                RightClaim = rightClaims[i],
                LeftEdit = leftEdit,
                RightEdit = rightEdit,
            });
            if (!options.Protections.Has(Protection.ThreeWayBase) && agreed is not null)
                decision = NewestWins(decision, left, right);
            decisions[i] = decision with { Rule = SideWords.Named(decision.Rule, turn.Descriptor) };
        }

        return new(leftValues, rightValues, decisions) { LeftClaims = leftClaims, RightClaims = rightClaims };
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

    // Where both sides differ from a base that a backup brought back, one of them may show what both agreed on since.
    private ConflictPolicy Policy(PairingDescriptor pairing, Link link) =>
        new(
            link.IsRestored ? ConflictKind.Hold : options.Conflict,
            options.Preferred.TryGetValue(pairing.Name, out var system) ? SideOf(pairing, system) : pairing.Source);

    private static Side SideOf(PairingDescriptor pairing, string system) =>
        string.Equals(pairing.Left.System, system, StringComparison.OrdinalIgnoreCase) ? Side.Left : Side.Right;
}
