namespace Sluice;

/// <summary>How two values of a field are compared: the form, and what the form has to know.</summary>
/// <param name="Form">The canonical form.</param>
public readonly record struct Comparison(Canonical Form)
{
    /// <summary>
    /// The region whose telephone numbers may be written without a calling code, as ISO 3166 has it: <c>NO</c>. Null
    /// where it is not known.
    /// </summary>
    public string? Region { get; init; }

    /// <summary>The coarser of both sides' precisions.</summary>
    public Precision Precision { get; init; }

    /// <summary>What the order means where the value is a list.</summary>
    public ListOrder Order { get; init; }

    /// <summary>A comparison of which nothing but the form is declared.</summary>
    public static implicit operator Comparison(Canonical form) => new(form);

    /// <summary>A comparison of which nothing but the form is declared.</summary>
    public static Comparison FromCanonical(Canonical form) => new(form);

    /// <summary>
    /// The value as a side of this precision can keep it: sent as such, a system that rounds has nothing to round.
    /// </summary>
    public FieldValue Fit(FieldValue value) =>
        Precision != Precision.Tick && Form != Canonical.Exact && value.Instant is { } instant
            ? FieldValue.Of(Precision.Cut(instant))
            : value;
}
