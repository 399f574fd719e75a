using System.Text.Json.Nodes;

namespace Sluice.Connectors.Rest;

/// <summary>An entity of a system as documents name it.</summary>
/// <param name="Name">The entity.</param>
/// <param name="Paths">The paths that documents name, with dots between names.</param>
/// <param name="View">Makes the record that generated code takes (<see cref="OpenEntity.View"/>).</param>
public sealed record NamedEntity(
    EntityName Name, IReadOnlyList<string> Paths, Func<JsonObject, IOpenRecord> View);
