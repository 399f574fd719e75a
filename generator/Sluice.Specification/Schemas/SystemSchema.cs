namespace Sluice.Specification.Schemas;

/// <summary>A system and the entities that contracts answer to.</summary>
/// <param name="Label">Its label as contracts declare it; compared without case and blanks.</param>
/// <param name="Entities">Its entities.</param>
public sealed record SystemSchema(string Label, EquatableArray<EntitySchema> Entities);
