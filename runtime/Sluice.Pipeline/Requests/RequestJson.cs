using System.Text.Json.Serialization;

namespace Sluice.Pipeline;

/// <summary>Requests as the store keeps them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RequestedScope))]
internal sealed partial class RequestJson : JsonSerializerContext;
