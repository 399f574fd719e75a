using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Models;

/// <summary>What a compilation knows of contracts and hooks.</summary>
/// <param name="Schema">All contracts that documents can name.</param>
/// <param name="Own">Those that this project declares.</param>
/// <param name="Hooks">The hooks that somebody has written.</param>
internal sealed record ContractModel(Schema Schema, Schema Own, Hooks Hooks);
