namespace Sluice;

/// <summary>An element of a page that is no record: it is listed, and the rest goes on.</summary>
/// <param name="Key">Its key, where one could be read; else its place on the page, as in <c>page 3, item
/// 17</c>.</param>
/// <param name="Reason">What is wrong with it, in words.</param>
public sealed record BadRecord(string Key, string Reason);
