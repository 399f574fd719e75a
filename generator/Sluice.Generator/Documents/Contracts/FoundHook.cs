using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>A hook and the class it stands in.</summary>
/// <param name="TypeName">The full name of the class.</param>
/// <param name="Method">The hook.</param>
internal sealed record FoundHook(string TypeName, HookMethod Method);
