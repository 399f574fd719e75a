namespace Sluice.Specification.Schemas;

/// <summary>What a member holds.</summary>
/// <param name="Kind">Which kind of value.</param>
/// <param name="TypeName">
/// The C# type as source code writes it, without <c>?</c> and without <c>global::</c>: <c>string</c>, <c>long</c>, or
/// the
/// full name of an object's type, which <see cref="Schema.Types"/> describes.
/// </param>
/// <param name="Element">What a list's elements are; null for anything but a list.</param>
public sealed record MemberType(ValueKind Kind, string TypeName, MemberType? Element = null);
