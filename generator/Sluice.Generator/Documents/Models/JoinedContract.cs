using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Models;

/// <summary>An open contract as all documents make it.</summary>
/// <param name="Contract">The contract, with the paths of all documents where this one emits it.</param>
/// <param name="IsEmitted">Whether this document emits it, and no other.</param>
/// <param name="Mark">
/// What its file's name needs to differ from others by more than letter case; empty where it does.
/// </param>
internal sealed record JoinedContract(OpenContract Contract, bool IsEmitted, string Mark);
