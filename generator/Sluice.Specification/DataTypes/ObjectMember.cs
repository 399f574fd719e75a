namespace Sluice.Specification.DataTypes;

/// <summary>A member of a constant object.</summary>
/// <param name="Name">Its name, decoded.</param>
/// <param name="Value">
/// A literal, an object, or, for a list, a call of <c>list</c>: inside an object brackets make no calls.
/// </param>
public sealed record ObjectMember(string Name, Expression Value);
