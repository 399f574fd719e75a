using Sluice.Specification;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Models;

/// <summary>What a document's pairings are called.</summary>
/// <param name="Claims">The names.</param>
internal sealed record DocumentNames(EquatableArray<NameClaim> Claims);
