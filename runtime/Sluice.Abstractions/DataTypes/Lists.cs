namespace Sluice;

/// <summary>The list functions of the data type language.</summary>
public static class Lists
{
    /// <summary>A list of values. A list among them stays one element.</summary>
    public static FieldValue Of(params ReadOnlySpan<FieldValue> values)
    {
        var elements = new FieldValue[values.Length];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = values[i].IsAbsent ? FieldValue.Null : values[i];

        return FieldValue.Of(elements, null);
    }

    /// <summary>What a contract's list holds, without its nulls; a list inside it is part of it.</summary>
    /// <param name="items">The list; null is <see cref="FieldValue.Null"/>.</param>
    /// <param name="read">What is read of an item.</param>
    public static FieldValue From<T>(IEnumerable<T>? items, Func<T, FieldValue> read) =>
        items is null ? FieldValue.Null : FieldValue.Of([.. items.SelectMany(item => Elements.Of(read(item)))], null);

    /// <summary>The elements that a contract's list is made of: all but nulls. Null where this is no list.</summary>
    /// <param name="value">The value.</param>
    public static IReadOnlyList<FieldValue>? Held(FieldValue value) =>
        value.List is { } elements ? [.. elements.Where(static element => element.Kind != FieldKind.Null)] : null;

    /// <summary>
    /// A contract's list with one element changed: the first that is meant, else a new one at its end. A blank value
    /// makes no new one.
    /// </summary>
    /// <param name="items">The list; null is one without elements.</param>
    /// <param name="value">The value that is written.</param>
    /// <param name="isMeant">Whether an element is meant.</param>
    /// <param name="change">The element as it is from now on.</param>
    public static IReadOnlyList<T> With<T>(
        IEnumerable<T>? items, FieldValue value, Func<T, bool> isMeant, Func<T, T> change)
        where T : new() => With(items, value, isMeant, change, static () => new T());

    /// <inheritdoc cref="With{T}(IEnumerable{T}?,FieldValue,Func{T,bool},Func{T,T})"/>
    /// <param name="items">The list; null is one without elements.</param>
    /// <param name="value">The value that is written.</param>
    /// <param name="isMeant">Whether an element is meant.</param>
    /// <param name="change">The element as it is from now on.</param>
    /// <param name="make">Makes an element.</param>
    public static IReadOnlyList<T> With<T>(
        IEnumerable<T>? items, FieldValue value, Func<T, bool> isMeant, Func<T, T> change, Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(make);
        var changed = items?.ToList() ?? [];
        var at = changed.FindIndex(item => isMeant(item));
        if (at >= 0)
            changed[at] = change(changed[at]);
        else if (!value.IsBlank)
            changed.Add(change(make()));

        return changed;
    }

    /// <summary>The first element of a list, null where it has none; any other value is itself.</summary>
    public static FieldValue First(FieldValue value) =>
        value.List is not { } elements ? value : elements.Count > 0 ? elements[0] : FieldValue.Null;

    /// <summary>
    /// The elements from <paramref name="start"/> up to <paramref name="end"/>, each <paramref name="stride"/>th of
    /// them. Places count from 0, and from the end where they are negative; a negative stride goes backwards.
    /// </summary>
    /// <param name="start">The first place; null for the end that the stride leaves from.</param>
    /// <param name="end">The place behind the last; null for the end that the stride goes to.</param>
    /// <param name="stride">The step; nothing is in steps of 0.</param>
    /// <param name="value">The list; a single value is a list of one, and null one of none.</param>
    public static FieldValue Slice(long? start, long? end, long? stride, FieldValue value)
    {
        var elements = Elements.Of(value);
        var step = stride ?? 1;
        if (step == 0)
            return FieldValue.Null;

        var (low, high) = step > 0 ? (0, elements.Count) : (-1, elements.Count - 1);
        var from = Place(start, elements.Count, low, high) ?? (step > 0 ? low : high);
        var to = Place(end, elements.Count, low, high) ?? (step > 0 ? high : low);
        var slice = new List<FieldValue>();
        for (var at = from; step > 0 ? at < to : at > to; at = Next(at, step))
            slice.Add(elements[(int)at]);

        return FieldValue.Of([.. slice], value.Issue);
    }

    /// <inheritdoc cref="Slice(long?,long?,long?,FieldValue)"/>
    public static FieldValue Slice(long? start, long? end, FieldValue value) => Slice(start, end, 1, value);

    /// <inheritdoc cref="Slice(long?,long?,long?,FieldValue)"/>
    public static FieldValue Slice(long? start, FieldValue value) => Slice(start, null, 1, value);

    /// <summary>
    /// A whole number as a place or a stride of <see cref="Slice(long?,long?,long?,FieldValue)"/>: one that 64 bits do
    /// not hold is beyond the end of every list, as the nearest that they hold is. Null where it is none.
    /// </summary>
    /// <param name="number">The number.</param>
    public static long? Place(FieldValue number) => number.WholeNumber is { } place
        ? number.Integer ?? (place.Sign < 0 ? long.MinValue : long.MaxValue)
        : null;

    /// <summary>A value, else another one where <see cref="Condition.IsNull"/> holds for it.</summary>
    public static FieldValue IfNull(FieldValue value, FieldValue fallback) =>
        Condition.IsNull(value) ? fallback : value;

    private static long? Place(long? written, int count, long low, long high) =>
        written is { } place ? Math.Clamp(place < 0 ? place + count : place, low, high) : null;

    private static long Next(long at, long step) =>
        step > int.MaxValue ? int.MaxValue : step < int.MinValue ? int.MinValue : at + step;
}
