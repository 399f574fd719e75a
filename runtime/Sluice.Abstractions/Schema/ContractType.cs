namespace Sluice;

/// <summary>A type of a contract.</summary>
/// <param name="Name">Its full C# name.</param>
/// <param name="Scalar">The C# name of the member that stands for it where a document wants one value.</param>
/// <param name="Members">Its members, in declaration order.</param>
public sealed record ContractType(string Name, string? Scalar, IReadOnlyList<ContractMember> Members);
