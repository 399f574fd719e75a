using System.Text.Json.Nodes;

namespace Sluice;

/// <summary>An entity that documents name and no contract answers to.</summary>
/// <param name="Name">The entity.</param>
/// <param name="View">Makes a record of the system's JSON, which belongs to the record from then on.</param>
public sealed record OpenEntity(EntityName Name, Func<JsonObject, IOpenRecord> View);
