using System.Globalization;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>The parameters that ask for a page.</summary>
internal static class PageQuery
{
    public static IEnumerable<(string Name, string Value)> Of(PagingOptions paging, Position at, int size)
    {
        switch (paging.Style)
        {
            case PagingStyle.Offset:
                yield return (paging.Offset, Text(at.Received));
                break;
            case PagingStyle.Page:
                yield return (paging.Page, Text(at.Page - 1 + paging.First));
                break;
            case PagingStyle.Cursor when at.Next is { } cursor:
                yield return (paging.Cursor, cursor);
                break;
            default:
                break;
        }

        if (paging.Size is { } parameter)
            yield return (parameter, Text(size));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
