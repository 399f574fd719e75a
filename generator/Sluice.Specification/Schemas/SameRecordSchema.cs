namespace Sluice.Specification.Schemas;

/// <summary>The other view of a record.</summary>
/// <param name="System">The other view's system.</param>
/// <param name="Entity">The other view's entity.</param>
/// <param name="Member">The C# name of the member that holds the other view's key.</param>
public sealed record SameRecordSchema(string System, string Entity, string Member);
