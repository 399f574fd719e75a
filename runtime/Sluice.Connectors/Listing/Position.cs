namespace Sluice.Connectors.Listing;

/// <summary>Where a walk stands.</summary>
/// <param name="Received">How many elements came before.</param>
/// <param name="Page">The number of the page to ask for, from 1.</param>
internal readonly record struct Position(int Received, int Page)
{
    /// <summary>Where the system said that the next page is (<see cref="Slice.Next"/>); null for the first.</summary>
    public string? Next { get; init; }
}
