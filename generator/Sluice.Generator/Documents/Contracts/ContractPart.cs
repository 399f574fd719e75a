using Sluice.Specification;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>One contract with everything inside it.</summary>
/// <param name="Entities">The entities that it answers to.</param>
/// <param name="Types">Its type and those of its members.</param>
internal sealed record ContractPart(EquatableArray<NamedEntity> Entities, EquatableArray<TypeSchema> Types);
