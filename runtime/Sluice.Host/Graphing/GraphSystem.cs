namespace Sluice.Host.Graphing;

/// <summary>A system and its entities.</summary>
/// <param name="Slug">Its identity.</param>
/// <param name="Label">What documents call it.</param>
/// <param name="Entities">Its entities, in ordinal order.</param>
internal sealed record GraphSystem(string Slug, string Label, IReadOnlyList<GraphEntity> Entities);
