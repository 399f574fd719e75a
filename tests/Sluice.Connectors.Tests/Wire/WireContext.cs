using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Connectors.Tests.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WirePage))]
[JsonSerializable(typeof(WireRecord[]))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class WireContext : JsonSerializerContext;
