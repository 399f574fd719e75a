using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Whose keys a field holds.</summary>
/// <param name="Left">Those on the left.</param>
/// <param name="Right">Those on the right.</param>
public sealed record BoundReference(ReferenceSchema Left, ReferenceSchema Right);
