namespace Sluice;

/// <summary>What a member of a contract holds.</summary>
/// <param name="Kind">Which kind of value.</param>
/// <param name="Type">The C# type as source code writes it, without <c>?</c>.</param>
/// <param name="Element">What a list's elements are; null for anything else.</param>
public sealed record ContractValue(ContractKind Kind, string Type, ContractValue? Element = null);
