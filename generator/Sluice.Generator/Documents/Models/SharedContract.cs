using Sluice.Specification;

namespace Sluice.Generator.Documents.Models;

/// <summary>An open contract that is not one document's alone.</summary>
/// <param name="TypeName">The contract's full C# name behind the root namespace.</param>
/// <param name="Owner">Where the document is that emits it: the first of those that name it.</param>
/// <param name="Mark">
/// What its file's name needs to differ from others by more than letter case; empty where it does.
/// </param>
/// <param name="Paths">The paths of all documents, each once, in ordinal order.</param>
internal sealed record SharedContract(string TypeName, string Owner, string Mark, EquatableArray<string> Paths);
