using System.Text.Json.Serialization;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>How PowerOffice Go's JSON is read and written.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ContactPerson))]
[JsonSerializable(typeof(Customer))]
internal sealed partial class PowerOfficeGoJson : JsonSerializerContext;
