namespace Sluice.Connectors.Listing;

/// <summary>Where a walk stands.</summary>
/// <param name="Received">How many elements came before.</param>
/// <param name="Page">The number of the page to ask for, from 1.</param>
internal readonly record struct Position(int Received, int Page);
