namespace Sluice.Generator.Rest.Models;

/// <summary>A parameter of a call.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type as source code writes it.</param>
/// <param name="Role">Where its value goes.</param>
/// <param name="WireName">What the system calls it.</param>
/// <param name="Collection">For a list, how its elements are told apart; else null.</param>
/// <param name="Format">The format string, where there is one.</param>
internal sealed record RestParameter(
    string Name, string Type, RestRole Role, string WireName, string? Collection, string? Format);
