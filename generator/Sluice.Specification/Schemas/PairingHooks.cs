namespace Sluice.Specification.Schemas;

/// <summary>The hooks of one pairing class.</summary>
/// <param name="TypeName">The class's full C# name: <c>Sluice.Flows.KeapYouTrack.CompaniesGroups</c>.</param>
/// <param name="Methods">
/// Its hand-written methods whose names start with <c>Creating</c>, <c>InScope</c> or <c>When</c>.
/// </param>
public sealed record PairingHooks(string TypeName, EquatableArray<HookMethod> Methods);
