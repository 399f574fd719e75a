namespace Sluice.Specification.Schemas;

/// <summary>The contracts, as plain data.</summary>
/// <param name="Systems">The systems that have contracts.</param>
/// <param name="Types">
/// Every type a contract consists of. Members refer to them by full name, so cycles are fine.
/// </param>
public sealed record Schema(EquatableArray<SystemSchema> Systems, EquatableArray<TypeSchema> Types)
{
    /// <summary>No contracts at all.</summary>
    public static Schema Empty { get; } = new(default, default);
}
