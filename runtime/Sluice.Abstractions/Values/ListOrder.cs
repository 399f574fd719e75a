namespace Sluice;

/// <summary>What the order of a list means.</summary>
public enum ListOrder
{
    /// <summary>Order matters: the same elements in another order are another value.</summary>
    Sequence,

    /// <summary>Order means nothing and an element is in it or not (<see cref="SetAttribute"/>).</summary>
    Set,

    /// <summary>
    /// Order means nothing; elements are told apart by their key (<see cref="KeyedByAttribute"/>). An element is a list
    /// whose first value is the key.
    /// </summary>
    Keyed,
}
