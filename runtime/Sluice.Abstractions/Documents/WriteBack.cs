namespace Sluice;

/// <summary>
/// Which of several source paths a value goes back to. A value goes to the path it was read from, which is the first
/// that has
/// one; where none has, to the first that can be written. A clearing clears every path that holds the old value, and
/// none
/// where another path would then supply one.
/// </summary>
public readonly record struct WriteBack
{
    private readonly ulong _paths;

    private WriteBack(ulong paths) => _paths = paths;

    /// <summary>Chooses the paths.</summary>
    /// <param name="kind">In which form two values are compared.</param>
    /// <param name="value">What to write; blank clears.</param>
    /// <param name="sources">What the paths hold, in order of preference; 64 at most.</param>
    /// <param name="writable">The indices of those that can be written.</param>
    public static WriteBack To(
        Canonical kind, string? value, ReadOnlySpan<FieldValue> sources, params ReadOnlySpan<int> writable) =>
        To(kind, FieldValue.Of(value), sources, writable);

    /// <inheritdoc cref="To(Canonical,string,ReadOnlySpan{FieldValue},ReadOnlySpan{int})"/>
    public static WriteBack To(
        Canonical kind, FieldValue value, ReadOnlySpan<FieldValue> sources, params ReadOnlySpan<int> writable)
    {
        var chosen = value.IsBlank ? Holding(kind, sources) : ReadFrom(sources, writable);
        var allowed = 0UL;
        foreach (var index in writable)
            allowed |= 1UL << index;

        return (chosen & ~allowed) == 0 ? new(chosen) : default;
    }

    /// <summary>Whether the value goes to a path.</summary>
    public bool Includes(int path) => (_paths & (1UL << path)) != 0;

    private static ulong ReadFrom(ReadOnlySpan<FieldValue> sources, ReadOnlySpan<int> writable)
    {
        for (var i = 0; i < sources.Length; i++)
            if (!sources[i].IsBlank)
                return 1UL << i;

        return writable.IsEmpty ? 0 : 1UL << writable[0];
    }

    // Every path that has a value, where all of them hold the same one; else none.
    private static ulong Holding(Canonical kind, ReadOnlySpan<FieldValue> sources)
    {
        var holding = 0UL;
        var old = FieldValue.Null;
        for (var i = 0; i < sources.Length; i++)
        {
            if (sources[i].IsBlank)
                continue;

            if (holding != 0 && !CanonicalForm.Same(kind, old, sources[i]))
                return 0;

            old = sources[i];
            holding |= 1UL << i;
        }

        return holding;
    }
}
