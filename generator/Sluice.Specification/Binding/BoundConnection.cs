using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>How records of an entity are connected with those that counterparts are made for.</summary>
/// <param name="Name">How the document calls them.</param>
/// <param name="Entity">Their entity, as the contracts declare it.</param>
/// <param name="Forth">The paths in the record at hand that hold the key of one of them.</param>
/// <param name="Back">The paths in one of them that hold the key of the record at hand.</param>
public sealed record BoundConnection(
    string Name, ReferenceSchema Entity, EquatableArray<string> Forth, EquatableArray<string> Back);
