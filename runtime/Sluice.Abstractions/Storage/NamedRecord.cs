namespace Sluice;

/// <summary>A record that another one names by its key.</summary>
/// <param name="Path">Where the key stands in the record that names it.</param>
/// <param name="Entity">The entity of the record that is named.</param>
/// <param name="Key">Its key.</param>
public sealed record NamedRecord(string Path, EntityName Entity, string Key);
