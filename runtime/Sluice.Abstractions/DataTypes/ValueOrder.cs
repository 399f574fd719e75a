namespace Sluice;

/// <summary>Compares values as the data type language does.</summary>
internal static class ValueOrder
{
    public static bool AreSame(IReadOnlyList<FieldValue> left, IReadOnlyList<FieldValue> right)
    {
        if (left.Count != right.Count)
            return false;

        for (var i = 0; i < left.Count; i++)
            if (!AreSame(left[i], right[i]))
                return false;

        return true;
    }

    /// <summary>Below, at or above zero; null where the two have no order.</summary>
    public static int? Compare(FieldValue left, FieldValue right) =>
        (IsNumber(left) && IsNumber(right)) ? NumberOrder.Compare(left, right)
        : left.Text is { } text && right.Text is { } other ? string.CompareOrdinal(text, other)
        : left.Boolean is { } truth && right.Boolean is { } otherTruth ? truth.CompareTo(otherTruth)
        : Moment(left) is { } moment && Moment(right) is { } otherMoment ? moment.CompareTo(otherMoment)
        : null;

    private static bool AreSame(FieldValue left, FieldValue right) =>
        left.List is { } elements ? right.List is { } others && AreSame(elements, others)
        : left.Members is { } members ? right.Members is { } otherMembers && AreSame(members, otherMembers)
        : Compare(left, right) is { } order ? order == 0
        : left == right;

    private static bool AreSame(
        IReadOnlyList<KeyValuePair<string, FieldValue>> left, IReadOnlyList<KeyValuePair<string, FieldValue>> right) =>
        left.Select(member => member.Key).SequenceEqual(right.Select(member => member.Key))
        && AreSame([.. left.Select(member => member.Value)], [.. right.Select(member => member.Value)]);

    private static bool IsNumber(FieldValue value) =>
        value.Kind is FieldKind.Integer or FieldKind.Decimal
        || (value.Kind == FieldKind.Float && double.IsFinite(value.Float!.Value));

    private static (long Ticks, int Nanoseconds)? Moment(FieldValue value) => value.Kind switch
    {
        FieldKind.Instant => (value.Instant!.Value.UtcTicks, value.Nanoseconds),
        FieldKind.Date => (InstantForm.StartOf(value.Date!.Value).UtcTicks, 0),
        _ => null,
    };
}
