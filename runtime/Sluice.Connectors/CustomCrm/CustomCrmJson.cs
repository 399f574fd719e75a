using System.Text.Json.Serialization;

namespace Sluice.Connectors.CustomCrm;

/// <summary>How the Custom CRM's JSON is read and written.</summary>
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(Contact))]
internal sealed partial class CustomCrmJson : JsonSerializerContext;
