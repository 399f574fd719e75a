namespace System;

// List patterns compile to this type; netstandard2.0 does not have it.
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>The place from the start of a list of a length.</summary>
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
