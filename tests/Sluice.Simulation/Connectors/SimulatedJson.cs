using System.Text.Json.Serialization;

namespace Sluice.Simulation;

/// <summary>How the systems' JSON is read and written.</summary>
[JsonSerializable(typeof(AcmePerson))]
[JsonSerializable(typeof(BetaPerson))]
[JsonSerializable(typeof(GammaPerson))]
internal sealed partial class SimulatedJson : JsonSerializerContext;
