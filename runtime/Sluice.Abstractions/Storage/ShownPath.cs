namespace Sluice;

/// <summary>A path that nearly all records of an entity showed, when enough of them were listed.</summary>
/// <param name="Path">The path, as documents name it.</param>
/// <param name="LostAt">
/// Since when complete listings show it in no record at all; null while it shows, and where no record is there that
/// could. That happens when our account loses a right.
/// </param>
public sealed record ShownPath(string Path, DateTimeOffset? LostAt);
