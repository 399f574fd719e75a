namespace Sluice.Generator.Rest.Models;

/// <summary>A header that is the same in every request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null takes it away.</param>
internal sealed record RestHeader(string Name, string? Value);
