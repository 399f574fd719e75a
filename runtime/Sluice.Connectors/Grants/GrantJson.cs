using System.Text.Json.Serialization;

namespace Sluice.Connectors.Grants;

/// <summary>How tokens are written before they are sealed.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Grant))]
internal sealed partial class GrantJson : JsonSerializerContext;
