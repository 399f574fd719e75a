namespace Sluice.Specification.Schemas;

/// <summary>A type of a contract: an entity or an object inside one.</summary>
/// <param name="TypeName">Its full C# name, without <c>global::</c>.</param>
/// <param name="Members">Its members, in declaration order.</param>
/// <param name="ScalarMember">The C# name of the member that stands for it where a document wants one value.</param>
public sealed record TypeSchema(string TypeName, EquatableArray<MemberSchema> Members, string? ScalarMember = null);
