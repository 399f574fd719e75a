namespace Sluice.Pipeline;

/// <summary>Reads what the merge of a link is planned from, and says the plan with the systems' names.</summary>
internal sealed class LinkPlanner(PipelineOptions options)
{
    private readonly FieldRules _rules = new(options);

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
        var hasOpen = turn.Open.Of(link).Count > 0;
        var plan = MergePlanner.Plan(new(
            _rules.Of(turn.Descriptor, left, right), FieldReader.Read(turn.Pairing, Side.Left, left),
            FieldReader.Read(turn.Pairing, Side.Right, right), bases)
        {
            IsOneThing = link.Origin == LinkOrigin.Lineage,
            LeftMarks = marks.Left,
            RightMarks = marks.Right,
            LeftEdit = turn.Edits.Of(Side.Left, link, hasOpen, left),
            RightEdit = turn.Edits.Of(Side.Right, link, hasOpen, right),
        });
        if (!options.Protections.Has(Protection.ThreeWayBase))
            NewestWins(plan, bases, left, right);
        for (var i = 0; i < plan.Decisions.Length; i++)
            if (plan.Decisions[i].Action is not (FieldAction.None or FieldAction.MoveBase))
                plan.Decisions[i] = plan.Decisions[i] with
                {
                    Rule = SideWords.Named(plan.Decisions[i].Rule, turn.Descriptor),
                };

        return plan;
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
