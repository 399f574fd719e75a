namespace Sluice.Pipeline;

/// <summary>The spans in which what is new was edited.</summary>
/// <param name="LeftUnchangedAt">When what is seen on the left for the first time in this cycle was not there yet; null
/// where that is not known.</param>
/// <param name="RightUnchangedAt">The same on the right.</param>
/// <param name="Clock">When a record is looked at.</param>
internal sealed record EditTimes(
    DateTimeOffset? LeftUnchangedAt, DateTimeOffset? RightUnchangedAt, TimeProvider Clock)
{
    /// <summary>When what is seen on a side for the first time in this cycle was not there yet.</summary>
    public DateTimeOffset? UnchangedAt(Side side) => side == Side.Left ? LeftUnchangedAt : RightUnchangedAt;

    /// <summary>What is known of the edits of one side, field by field; null where a field was not edited.</summary>
    public IReadOnlyList<FieldEdit?> Of(
        IReadOnlyList<FieldRule> rules, Side side, LinkedBases linked, FieldValue[] shown, Record record) =>
    [
        .. rules.Select((rule, i) => EditSpan.Of(
            rule, side, Agreed(linked, rule.Field), shown[i], linked.Edits, UnchangedAt(side), record,
            Clock.GetUtcNow())),
    ];

    /// <summary>
    /// When a field of one side was last seen without what it shows, as far as is known; else a time that is later.
    /// </summary>
    public DateTimeOffset LastWithout(Side side, FieldEdit? edit) => edit is not null
        ? edit.After ?? edit.NotLaterThan
        : UnchangedAt(side) ?? Clock.GetUtcNow();

    /// <summary>What a record shows of late writes, given what is known of its edits.</summary>
    public RecordMarks Arrived(
        RecordMarks marks, IReadOnlyList<FieldRule> rules, Side side, IReadOnlyList<FieldEdit?> edits) =>
        marks.Arrived(mark => Enumerable.Range(0, rules.Count)
            .Where(field => rules[field].Field.Paths(side).Contains(mark.Path))
            .Select(field => LastWithout(side, edits[field])).DefaultIfEmpty(LastWithout(side, null)).Min());

    private static FieldBase? Agreed(LinkedBases linked, FieldDescriptor field) => linked.Bases.FirstOrDefault(known =>
        known.Field == field.Name && known.Mapping == Mapping.Fingerprint(field));
}
