using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>An entity and its system's label.</summary>
/// <param name="System">The label.</param>
/// <param name="Entity">The entity.</param>
internal sealed record NamedEntity(string System, EntitySchema Entity);
