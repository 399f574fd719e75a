namespace Sluice.Pipeline;

/// <summary>The spans in which what is new was edited.</summary>
/// <param name="LeftUnchangedAt">When what is seen on the left for the first time in this cycle was not there yet; null
/// where that is not known.</param>
/// <param name="RightUnchangedAt">The same on the right.</param>
/// <param name="Clock">When a record is looked at.</param>
internal sealed record EditTimes(
    DateTimeOffset? LeftUnchangedAt, DateTimeOffset? RightUnchangedAt, TimeProvider Clock)
{
    /// <inheritdoc cref="EditSpan.Of"/>
    public FieldEdit? Of(
        FieldDescriptor field, Side side, FieldBase? agreed, FieldValue shown, LinkedBases linked, Record record) =>
        EditSpan.Of(
            field, side, agreed, shown, linked.Edits, side == Side.Left ? LeftUnchangedAt : RightUnchangedAt, record,
            Clock.GetUtcNow());
}
