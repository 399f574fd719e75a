namespace Sluice.Specification.Reading.Tables;

internal enum TableKind
{
    /// <summary>No sentence says which; the number of header cells decides.</summary>
    Unknown,
    Merge,
    Property,
}
