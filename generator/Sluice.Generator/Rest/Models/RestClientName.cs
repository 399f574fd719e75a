namespace Sluice.Generator.Rest.Models;

/// <summary>An interface and its client.</summary>
/// <param name="Interface">The interface's full name.</param>
/// <param name="Client">The client's full name.</param>
internal sealed record RestClientName(string Interface, string Client);
