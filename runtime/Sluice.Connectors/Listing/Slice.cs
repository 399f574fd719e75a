using System.Text.Json;

namespace Sluice.Connectors.Listing;

/// <summary>A page as the vendor shaped it, cut into elements.</summary>
/// <param name="Elements">The elements, unread.</param>
internal sealed record Slice(IReadOnlyList<JsonElement> Elements)
{
    /// <summary>How many elements the vendor says there are in all, where it does.</summary>
    public long? Total { get; init; }

    /// <summary>Whether the vendor marks this page as the last; null where it marks none.</summary>
    public bool? IsLast { get; init; }

    /// <summary>
    /// Where the next page is, in the system's own notation: a cursor or an address; null where it does not say.
    /// </summary>
    public string? Next { get; init; }

    /// <summary>
    /// Whether a list has exactly so many elements, by a slice that begins with the last of them and has room for one
    /// more, or says whether one follows.
    /// </summary>
    public bool EndsWith(int elements) => Total is { } total
        ? total == elements
        : Elements.Count == Math.Min(elements, 1) && IsLast != false;
}
