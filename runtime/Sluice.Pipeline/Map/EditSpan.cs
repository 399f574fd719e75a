namespace Sluice.Pipeline;

/// <summary>Tells in which span of time a field came to show what it shows.</summary>
internal static class EditSpan
{
    /// <returns>What is known of the edit; null where both sides never agreed, or nothing else than what they agreed on
    /// was seen since.</returns>
    /// <param name="rule">The field, and how its values are compared.</param>
    /// <param name="side">The side that is looked at.</param>
    /// <param name="agreed">What both sides showed when they last agreed.</param>
    /// <param name="shown">What the side shows.</param>
    /// <param name="known">What was seen of the link since they agreed.</param>
    /// <param name="unchangedAt">When what is seen for the first time now was not there yet; null where that is not
    /// known.</param>
    /// <param name="record">The record that shows it.</param>
    /// <param name="now">When it is looked at.</param>
    public static FieldEdit? Of(
        FieldRule rule, Side side, FieldBase? agreed, FieldValue shown, IReadOnlyList<FieldEdit> known,
        DateTimeOffset? unchangedAt, Record record, DateTimeOffset now)
    {
        if (agreed is null)
            return null;

        var before = known.FirstOrDefault(edit => edit.Side == side && edit.Field == rule.Field.Name);
        if (before is not null && CanonicalForm.Same(rule.Comparison, shown, before.Value))
            return before;

        // What shows again came after what was seen in between, and that tells what can have put it there.
        if (CanonicalForm.Same(rule.Comparison, shown, agreed[side])
            && (shown.IsAbsent || before is not { Value.IsAbsent: false }))
            return null;

        // While the answers did not contain the field, nobody saw whether it changed.
        var after = before is { Value.IsAbsent: true } ? before.After : unchangedAt;
        return Seen(rule, side, shown, after, record, now);
    }

    /// <summary>What a side shows, and may have shown since its record was stamped.</summary>
    public static FieldEdit Seen(
        FieldRule rule, Side side, FieldValue shown, DateTimeOffset? after, Record record, DateTimeOffset now)
    {
        // The stamp is of another clock than everything else here.
        var stamped = record.Modified is { } stamp && stamp < now - rule.ClockSkew ? stamp + rule.ClockSkew : now;
        return new(rule.Field.Name, side, shown, after, stamped);
    }

    public static EditInterval? Interval(FieldEdit? edit) =>
        edit is { Value.IsAbsent: false } ? new(edit.After, edit.NotLaterThan) : null;
}
