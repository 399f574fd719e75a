namespace Sluice.Pipeline;

/// <summary>Reads what the merge of a link is planned from, and says the plan with the systems' names.</summary>
internal sealed class LinkPlanner(PipelineOptions options, Settling settling)
{
    private readonly FieldRules _rules = new(options);

    /// <param name="turn">The pairing's turn.</param>
    /// <param name="linked">The link, with what both sides last agreed on.</param>
    /// <param name="left">The left record.</param>
    /// <param name="right">The right record.</param>
    /// <param name="marks">What was carried from or to either record, by whichever pairing.</param>
    /// <param name="isOneThing">Whether both are known to be one thing, whatever linked them.</param>
    public MergePlan Plan(
        PairingTurn turn, LinkedBases linked, Record left, Record right, (RecordMarks Left, RecordMarks Right) marks,
        bool isOneThing = false)
    {
        var rules = Rules(turn, linked.Link, left, right);
        var (leftValues, rightValues) = (
            FieldReader.Read(turn.Pairing, Side.Left, left), FieldReader.Read(turn.Pairing, Side.Right, right));
        var leftEdits = turn.Edits.Of(rules, Side.Left, linked, leftValues, left);
        var rightEdits = turn.Edits.Of(rules, Side.Right, linked, rightValues, right);
        var leftSent = settling.Hidden(turn.Descriptor, rules, Side.Left, leftValues, linked.OwnWrites);
        var rightSent = settling.Hidden(turn.Descriptor, rules, Side.Right, rightValues, linked.OwnWrites);
        var plan = MergePlanner.Plan(new(rules, leftValues, rightValues, linked.Bases)
        {
            IsOneThing = isOneThing || linked.Link.Origin == LinkOrigin.Lineage,
            IsRestored = linked.Link.IsRestored,
            Asked = turn.Open.FieldsAskedOf(linked.Link),
            LeftMarks = turn.Edits.Arrived(marks.Left, rules, Side.Left, leftEdits),
            RightMarks = turn.Edits.Arrived(marks.Right, rules, Side.Right, rightEdits),
            LeftEdits = [.. leftEdits.Select(EditSpan.Interval)],
            RightEdits = [.. rightEdits.Select(EditSpan.Interval)],
            LeftSent = leftSent,
            RightSent = rightSent,
        }) with
        {
            Hidden = [.. leftSent.Zip(rightSent, (left, right) => left ?? right)],
            Edits = [.. leftEdits.Concat(rightEdits).OfType<FieldEdit>()],
            KnownBases = linked.Bases,
            KnownEdits = linked.Edits,
            OwnWrites = linked.OwnWrites,
            Marks = marks,
        };
        if (!options.Protections.Has(Protection.ThreeWayBase))
            NewestWins(plan, linked.Bases, left, right);
        for (var i = 0; i < plan.Decisions.Length; i++)
            if (plan.Decisions[i].Action is not (FieldAction.None or FieldAction.MoveBase))
                plan.Decisions[i] = plan.Decisions[i] with
                {
                    Rule = SideWords.Named(plan.Decisions[i].Rule, turn.Descriptor),
                };

        return plan;
    }

    // Where both sides differ from a base that a backup brought back, one of them may show what both agreed on since.
    private IReadOnlyList<FieldRule> Rules(PairingTurn turn, Link link, Record left, Record right)
    {
        var rules = _rules.Of(turn.Descriptor, left, right);
        return link.IsRestored
            ? [.. rules.Select(rule => rule with { Policy = rule.Policy with { Kind = ConflictKind.Hold } })]
            : rules;
    }

    // What a merge without a memory does; only the simulation asks for it, to show what it costs.
    private static void NewestWins(MergePlan plan, IReadOnlyList<FieldBase> bases, Record left, Record right)
    {
        for (var i = 0; i < plan.Decisions.Length; i++)
            if (plan.Decisions[i].Action is FieldAction.WriteLeft or FieldAction.WriteRight
                && bases.Any(known => known.Field == plan.Rules[i].Field.Name))
                plan.Decisions[i] = new(
                    left.Modified >= right.Modified ? FieldAction.WriteRight : FieldAction.WriteLeft,
                    "the newest time stamp wins");
    }
}
