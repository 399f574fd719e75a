namespace Sluice.Specification;

/// <summary>Makes <see cref="EquatableArray{T}"/> instances.</summary>
public static class EquatableArray
{
    /// <summary>An array of the given items, in their order.</summary>
    public static EquatableArray<T> Of<T>(params T[] items) => new((T[])items.Clone());

    /// <summary>An array of the items of a sequence, in its order.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new(items.ToArray());
}
