namespace Sluice;

/// <summary>A hook that somebody has written for a pairing.</summary>
/// <param name="Pairing">The full C# name of the pairing's class.</param>
/// <param name="Method">The hook's name: <c>Creating</c>.</param>
/// <param name="Parameter">The full C# name of its parameter's type.</param>
public sealed record HookEntry(string Pairing, string Method, string Parameter);
