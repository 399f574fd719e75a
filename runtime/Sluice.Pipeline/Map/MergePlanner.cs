namespace Sluice.Pipeline;

/// <summary>Plans the merge of one link from what both sides show now.</summary>
internal sealed class MergePlanner(PipelineOptions options)
{
    public MergePlan Plan(
        PairingTurn turn, Link link, IReadOnlyList<FieldBase> bases, Record left, Record right, Provenance provenance)
    {
        var fields = turn.Descriptor.Fields;
        var leftValues = FieldReader.Read(turn.Pairing, Side.Left, left);
        var rightValues = FieldReader.Read(turn.Pairing, Side.Right, right);
        var policy = Policy(turn.Descriptor, link);
        var hasOpen = turn.Open.Of(link).Count > 0;
        var (leftEdit, rightEdit) = (
            turn.Edits.Of(Side.Left, link, hasOpen, left), turn.Edits.Of(Side.Right, link, hasOpen, right));
        var decisions = new FieldDecision[fields.Count];

        for (var i = 0; i < decisions.Length; i++)
        {
            var agreed = Agreed(fields[i], bases);
            var decision = FieldMerge.Decide(new(
                fields[i].Canonical, leftValues[i], rightValues[i],
                agreed is null ? null : (agreed.Left, agreed.Right), policy)
            {
                IsOneThing = link.Origin == LinkOrigin.Lineage,
                LeftIsEcho = IsEcho(provenance, Side.Left, fields[i], leftValues[i]),
                RightIsEcho = IsEcho(provenance, Side.Right, fields[i], rightValues[i]),
                OthersPending = provenance.OthersPending,
                LeftEdit = leftEdit,
                RightEdit = rightEdit,
            });
            if (!options.Protections.Has(Protection.ThreeWayBase) && agreed is not null)
                decision = NewestWins(decision, left, right);
            decisions[i] = decision with { Rule = SideWords.Named(decision.Rule, turn.Descriptor) };
        }

        return new(leftValues, rightValues, decisions);
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

    // Where both sides differ from a base that a backup brought back, one of them may show what both agreed on since.
    private ConflictPolicy Policy(PairingDescriptor pairing, Link link) =>
        new(
            link.IsRestored ? ConflictKind.Hold : options.Conflict,
            options.Preferred.TryGetValue(pairing.Name, out var system) ? SideOf(pairing, system) : pairing.Source);

    private static Side SideOf(PairingDescriptor pairing, string system) =>
        string.Equals(pairing.Left.System, system, StringComparison.OrdinalIgnoreCase) ? Side.Left : Side.Right;
}
