using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>How Keap's JSON is read and written.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Company))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Product))]
internal sealed partial class KeapJson : JsonSerializerContext;
