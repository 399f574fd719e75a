using System.Text.Json.Serialization;

namespace Sluice.Simulation;

/// <summary>How the systems' JSON is read and written.</summary>
[JsonSerializable(typeof(AcmePerson))]
[JsonSerializable(typeof(AcmeTeam))]
[JsonSerializable(typeof(BetaPerson))]
[JsonSerializable(typeof(BetaTeam))]
[JsonSerializable(typeof(GammaPerson))]
[JsonSerializable(typeof(GammaTeam))]
internal sealed partial class SimulatedJson : JsonSerializerContext;
