using System.Globalization;

namespace Sluice.Connectors.YouTrack.Issues;

/// <summary>What issues are asked for, in YouTrack's query language.</summary>
/// <remarks>
/// The order is that of their creation, in which nothing moves while a listing is read.
/// </remarks>
internal static class IssueQuery
{
    private const string InOrder = "sort by: created asc";

    /// <summary>All of them.</summary>
    public const string All = InOrder;

    /// <summary>
    /// What changed at a point in time or after it. YouTrack takes whole seconds, in the time zone of the user whom the
    /// token belongs to, which it does not tell; so it is asked for more.
    /// </summary>
    /// <param name="since">The point in time.</param>
    /// <param name="margin">How far the user's zone may be behind UTC.</param>
    public static string Since(DateTimeOffset since, TimeSpan margin) => string.Create(
        CultureInfo.InvariantCulture, $"updated: {(since - margin).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss} .. * {InOrder}");
}
