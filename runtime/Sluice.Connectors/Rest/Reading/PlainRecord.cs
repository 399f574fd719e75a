using System.Text.Json.Nodes;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>
/// A record of an entity that no document names yet: settings are tried before documents are written.
/// </summary>
internal sealed record PlainRecord(JsonObject Node) : IOpenRecord;
