namespace Sluice.Sandboxes.Data;

/// <summary>A company, team or customer that may be known to several systems.</summary>
/// <remarks>Names are unique in the population; domains are of a kind that resolves nowhere.</remarks>
internal sealed record Organisation(int Number, string Name, string Domain, string City, string ZipCode, string Phone);
