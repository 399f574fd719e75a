namespace Sluice;

/// <summary>One target path with all that feeds it.</summary>
/// <param name="Name">The target path, as the document writes it.</param>
/// <param name="Canonical">In which form two values are compared.</param>
/// <param name="Left">The paths on the left, in order of preference, as they are in the system's answers.</param>
/// <param name="Right">The paths on the right, likewise.</param>
/// <param name="Lines">The rows' lines in the document, from 1.</param>
public sealed record FieldDescriptor(
    string Name, Canonical Canonical, IReadOnlyList<string> Left, IReadOnlyList<string> Right, IReadOnlyList<int> Lines)
{
    /// <summary>The sides on which this field opens an account (<see cref="CredentialAttribute"/>).</summary>
    public IReadOnlyList<Side> Credential { get; init; } = [];

    /// <summary>
    /// The sides whose API leaves nulls out, so that a missing property means null (<see cref="OmitsNullsAttribute"/>).
    /// </summary>
    public IReadOnlyList<Side> OmitsNulls { get; init; } = [];

    /// <summary>The coarser of both sides' precisions, where the field holds points in time.</summary>
    public Precision Precision { get; init; }

    /// <summary>
    /// The region whose telephone numbers are written without a calling code, as ISO 3166 has it; null where it is not
    /// known.
    /// </summary>
    public string? Region { get; init; }

    /// <summary>
    /// The path on the left that holds the record's country, which tells the region of its numbers; null where there is
    /// none.
    /// </summary>
    public string? LeftCountry { get; init; }

    /// <summary>The path on the right that holds the record's country; null where there is none.</summary>
    public string? RightCountry { get; init; }

    /// <summary>What the order means, where the field holds lists.</summary>
    public ListOrder Order { get; init; }

    /// <summary>
    /// The side that values only flow to, because nothing takes them back or the other side does not take them; null
    /// where the field flows both ways.
    /// </summary>
    public Side? OneWay { get; init; }

    /// <summary>
    /// The source's paths that a value never goes back to, as the documents and contracts say it, where it goes back to
    /// others.
    /// </summary>
    public IReadOnlyList<string> NeverBack { get; init; } = [];

    /// <summary>
    /// How values change on their way, as the documents say it: data types and dependencies. Null where they do not.
    /// </summary>
    public string? Conversion { get; init; }

    /// <summary>How two values are compared, as far as the documents and contracts say it.</summary>
    public Comparison Comparison => Reference is null
        ? new(Canonical) { Region = Region, Precision = Precision, Order = Order }
        : new(Canonical.Exact);

    /// <summary>Whose keys the field holds; null where its values are no references.</summary>
    public ReferenceDescriptor? Reference { get; init; }

    /// <summary>
    /// The sides whose system demands of a new record what this field supplies: without a value nothing is made there.
    /// </summary>
    public IReadOnlyList<Side> Demanded { get; init; } = [];

    /// <summary>The document that the lines point into; null where it is the pairing's.</summary>
    public string? Document { get; init; }

    /// <summary>The paths of one side.</summary>
    public IReadOnlyList<string> Paths(Side side) => side == Side.Left ? Left : Right;
}
