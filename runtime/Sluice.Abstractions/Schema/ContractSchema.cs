namespace Sluice;

/// <summary>
/// The contracts of a connector as plain data, so that documents can be checked without a compiler. Generated beside
/// the
/// contracts.
/// </summary>
/// <param name="Entities">What documents can name.</param>
/// <param name="Types">Every type the contracts consist of.</param>
public sealed record ContractSchema(IReadOnlyList<ContractEntity> Entities, IReadOnlyList<ContractType> Types);
