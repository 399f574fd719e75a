namespace Sluice.Connectors.Rest.Settings;

/// <summary>How the pages of a listing are asked for.</summary>
internal enum PagingStyle
{
    /// <summary>Not at all: one answer holds everything.</summary>
    None,

    /// <summary>By how many records came before.</summary>
    Offset,

    /// <summary>By the number of the page.</summary>
    Page,

    /// <summary>By a cursor that each page gives for the next.</summary>
    Cursor,

    /// <summary>By an address that each page gives for the next.</summary>
    NextLink,
}
