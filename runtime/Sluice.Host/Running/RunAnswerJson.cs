using System.Text.Json.Serialization;

namespace Sluice.Host.Running;

/// <summary>Answers as the store keeps them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true, Converters = [typeof(StoredValueConverter)])]
[JsonSerializable(typeof(RunAnswer))]
internal sealed partial class RunAnswerJson : JsonSerializerContext;
