namespace Sluice.Pipeline;

/// <summary>
/// Plans the merge of one link: a pure function of what both sides show, what they showed when they last agreed, where
/// their values come from, and the policies. It is total, reads nothing and throws nothing; its laws are tests.
/// </summary>
internal static class MergePlanner
{
    /// <summary>Decides every field, each by itself.</summary>
    public static MergePlan Plan(LinkSituation link)
    {
        var fields = new FieldSituation[link.Rules.Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = Field(link, i);

        return new(link.Rules, link.Left, link.Right, [.. fields.Select(field => Held(link, FieldMerge.Decide(field)))])
        {
            LeftClaims = [.. fields.Select(field => field.LeftClaim)],
            RightClaims = [.. fields.Select(field => field.RightClaim)],
        };
    }

    // A record that does not show our last write shows no edit since either: nothing is written over what is not seen.
    private static FieldDecision Held(LinkSituation link, FieldDecision decided) =>
        (decided.Action == FieldAction.WriteLeft && link.LeftSent.Any(write => write is not null))
        || (decided.Action == FieldAction.WriteRight && link.RightSent.Any(write => write is not null))
            ? new(FieldAction.Await, "the record is shown from before our own write, which may not be visible yet")
            : decided;

    private static FieldSituation Field(LinkSituation link, int i)
    {
        var rule = link.Rules[i];
        var known = link.Bases.FirstOrDefault(known => known.Field == rule.Field.Name);
        return new(rule.Comparison, link.Left[i], link.Right[i], Agreed(known, rule.Field), Policy(link, rule))
        {
            OneWay = rule.Field.OneWay,
            Blanks = rule.Blanks,
            IsOneThing = link.IsOneThing && known is null,
            IsAsked = link.Asked.Contains(rule.Field.Name),
            LeftClaim = Provenance.Of(link.LeftMarks, rule.Field, rule.Comparison, Side.Left, link.Left[i]),
            RightClaim = Provenance.Of(link.RightMarks, rule.Field, rule.Comparison, Side.Right, link.Right[i]),
            LeftEdit = link.LeftEdits.ElementAtOrDefault(i),
            RightEdit = link.RightEdits.ElementAtOrDefault(i),
            LeftSent = link.LeftSent.ElementAtOrDefault(i)?.Sent,
            RightSent = link.RightSent.ElementAtOrDefault(i)?.Sent,
        };
    }

    // Where both sides differ from a base that a backup brought back, one of them may show what both agreed on since.
    private static ConflictPolicy Policy(LinkSituation link, FieldRule rule) =>
        link.IsRestored ? rule.Policy with { Kind = ConflictKind.Hold } : rule.Policy;

    // What both sides showed through another mapping says nothing about an edit: the field is merged as for the first
    // time.
    private static (FieldValue Left, FieldValue Right)? Agreed(FieldBase? known, FieldDescriptor field) =>
        known is not null && known.Mapping == Mapping.Fingerprint(field) ? (known.Left, known.Right) : null;
}
