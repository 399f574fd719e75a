namespace Sluice.Specification.Schemas;

/// <summary>A member without which C# makes no object of a type (<c>required</c>).</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Blank">What it holds before anything is written to it, as C#.</param>
public sealed record RequiredMember(string Name, string Blank);
