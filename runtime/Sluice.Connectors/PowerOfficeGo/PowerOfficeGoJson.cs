using System.Text.Json.Serialization;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>How PowerOffice Go's JSON is read and written.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ContactPerson))]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(Department))]
[JsonSerializable(typeof(Employee))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(SalesOrder))]
[JsonSerializable(typeof(Supplier))]
internal sealed partial class PowerOfficeGoJson : JsonSerializerContext;
