namespace Sluice.Specification.Schemas;

/// <summary>The entity whose key a member holds.</summary>
/// <param name="System">Its system's label.</param>
/// <param name="Entity">Its name in documents.</param>
public sealed record ReferenceSchema(string System, string Entity);
