namespace Sluice.Pipeline;

/// <summary>
/// Plans the merge of one link: a pure function of what both sides show, what they showed when they last agreed, and
/// the policies. It is total, reads nothing and throws nothing; its laws are tests.
/// </summary>
internal static class MergePlanner
{
    /// <summary>Decides every field, each by itself.</summary>
    public static MergePlan Plan(LinkSituation link)
    {
        var decisions = new FieldDecision[link.Rules.Count];
        for (var i = 0; i < decisions.Length; i++)
            decisions[i] = FieldMerge.Decide(Field(link, i));

        return new(link.Rules, link.Left, link.Right, decisions);
    }

    private static FieldSituation Field(LinkSituation link, int i)
    {
        var rule = link.Rules[i];
        return new(rule.Comparison, link.Left[i], link.Right[i], Agreed(link, rule.Field), rule.Policy)
        {
            Blanks = rule.Blanks,
            IsOneThing = link.IsOneThing,
            LeftIsEcho = IsEcho(link, Side.Left, rule, link.Left[i]),
            RightIsEcho = IsEcho(link, Side.Right, rule, link.Right[i]),
            OthersPending = link.Provenance.OthersPending,
            LeftEdit = link.LeftEdit,
            RightEdit = link.RightEdit,
        };
    }

    // What both sides showed through another mapping says nothing about an edit: the field is merged as for the first
    // time.
    private static (FieldValue Left, FieldValue Right)? Agreed(LinkSituation link, FieldDescriptor field)
    {
        foreach (var known in link.Bases)
            if (known.Field == field.Name)
                return known.Mapping == Mapping.Fingerprint(field) ? (known.Left, known.Right) : null;

        return null;
    }

    private static bool IsEcho(LinkSituation link, Side side, FieldRule rule, FieldValue shown)
    {
        foreach (var echo in link.Provenance.Echoes)
            if (echo.Side == side && rule.Field.Paths(side).Contains(echo.Path)
                && CanonicalForm.Same(rule.Comparison, echo.Value, shown))
                return true;

        return false;
    }
}
