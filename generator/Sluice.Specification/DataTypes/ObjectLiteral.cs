namespace Sluice.Specification.DataTypes;

/// <summary>A constant object: <c>{"a": 1}</c>.</summary>
/// <param name="Members">Its members, in order.</param>
public sealed record ObjectLiteral(EquatableArray<ObjectMember> Members) : Expression;
