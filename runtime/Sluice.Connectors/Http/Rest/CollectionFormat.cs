namespace Sluice.Http.Rest;

/// <summary>How the elements of a list are told apart in a query.</summary>
internal enum CollectionFormat
{
    /// <summary>By commas: <c>a,b</c>.</summary>
    Csv,

    /// <summary>One parameter each: <c>n=a&amp;n=b</c>. An empty list sends nothing.</summary>
    Multi,

    /// <summary>By vertical bars: <c>a|b</c>.</summary>
    Pipes,
}
