namespace Sluice.Specification.Binding;

/// <summary>A contract that the paths in documents make, as no other answers to the entity.</summary>
/// <param name="System">The system's name.</param>
/// <param name="Entity">The entity's name, as documents write it.</param>
/// <param name="TypeName">The contract's full C# name behind the root namespace: <c>Open.Hubspot.Order</c>.</param>
/// <param name="Paths">The paths, each once, in ordinal order.</param>
public sealed record OpenContract(string System, string Entity, string TypeName, EquatableArray<string> Paths);
