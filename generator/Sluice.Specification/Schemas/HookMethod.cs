namespace Sluice.Specification.Schemas;

/// <summary>A hand-written hook.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="ParameterType">The full C# name of its only parameter's type, without <c>global::</c>.</param>
public sealed record HookMethod(string Name, string ParameterType);
