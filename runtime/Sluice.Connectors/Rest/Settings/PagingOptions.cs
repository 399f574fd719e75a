namespace Sluice.Connectors.Rest.Settings;

/// <summary>How the pages of a listing are asked for, and where a page says what follows it.</summary>
internal sealed class PagingOptions
{
    // Where the next page is said to be by a header of standard form.
    private const string LinkHeader = "Link";

    /// <summary>How pages are asked for. By default everything is one answer.</summary>
    public PagingStyle Style { get; private set; }

    /// <summary>The parameter for how many records came before; by default <c>offset</c>.</summary>
    public string Offset { get; private set; } = "offset";

    /// <summary>The parameter for the number of the page; by default <c>page</c>.</summary>
    public string Page { get; private set; } = "page";

    /// <summary>The number of the first page; by default 1.</summary>
    public int First { get; private set; } = 1;

    /// <summary>The parameter for how many records a page has; null where the server decides that.</summary>
    public string? Size { get; private set; }

    /// <summary>The parameter for the cursor; by default <c>cursor</c>.</summary>
    public string Cursor { get; private set; } = "cursor";

    /// <summary>Where a page holds the cursor or the address of the next one.</summary>
    public string? Next { get; private set; }

    /// <summary>
    /// The header that holds it: <c>Link</c> as RFC 8288 has it, or <c>X-Pagination:nextPageLink</c> for a member of a
    /// header in JSON.
    /// </summary>
    public string? NextHeader { get; private set; }

    /// <summary>
    /// Whether the last page lacks <see cref="Next"/> or <see cref="NextHeader"/> altogether. By default it says that
    /// nothing follows: a place that is misspelt is on no page, and the first would be taken for the last.
    /// </summary>
    public bool NextOmitted { get; private set; }

    /// <summary>Where a page says whether more follow: true or false.</summary>
    public string? More { get; private set; }

    public IEnumerable<string> Read(SettingsReader reader)
    {
        reader.Choice<PagingStyle>(nameof(Style), value => Style = value);
        reader.Text(nameof(Offset), value => Offset = value);
        reader.Text(nameof(Page), value => Page = value);
        reader.Whole(nameof(First), value => First = value);
        reader.Text(nameof(Size), value => Size = Given.Of(value));
        reader.Text(nameof(Cursor), value => Cursor = value);
        reader.Text(nameof(Next), value => Next = Given.Of(value));
        reader.Text(nameof(NextHeader), value => NextHeader = Given.Of(value));
        reader.Switch(nameof(NextOmitted), value => NextOmitted = value);
        reader.Text(nameof(More), value => More = Given.Of(value));
        reader.RefuseOthers();
        return Problems(reader)
            .Concat(WrittenPath.Problems(reader, (nameof(Next), Next), (nameof(More), More)));
    }

    private IEnumerable<string> Problems(SettingsReader reader)
    {
        var needsNext = Style is PagingStyle.Cursor or PagingStyle.NextLink;
        if (needsNext && Next is null && NextHeader is null)
            yield return $"{reader.PlaceOf(nameof(Style))} is {Style}, and nothing says where a page holds "
                + $"{(Style == PagingStyle.Cursor ? "the cursor" : "the address")} of the next one. Give "
                + $"{nameof(Next)}, a path in the answer, or {nameof(NextHeader)}, as in {LinkHeader}.";
        if (needsNext && Next is not null && NextHeader is not null)
            yield return $"{reader.PlaceOf(nameof(Next))} and {reader.PlaceOf(nameof(NextHeader))} are both given: the "
                + "next page stands in one place. Take one out.";
        if (!needsNext && (Next is not null || NextHeader is not null))
            yield return $"{reader.PlaceOf(Next is not null ? nameof(Next) : nameof(NextHeader))} is given, but "
                + $"{reader.PlaceOf(nameof(Style))} is {Style}, which does not look there. Take it out, or give the "
                + $"style {nameof(PagingStyle.Cursor)} or {nameof(PagingStyle.NextLink)}.";
        if (Style == PagingStyle.None && (Size is not null || More is not null))
            yield return $"{reader.PlaceOf(Size is not null ? nameof(Size) : nameof(More))} is given, but "
                + $"{reader.PlaceOf(nameof(Style))} is None: a listing would end after its first page. Give the style "
                + $"({nameof(PagingStyle.Offset)}, {nameof(PagingStyle.Page)}, {nameof(PagingStyle.Cursor)}, "
                + $"{nameof(PagingStyle.NextLink)}).";
        if (First is < 0 or > 1)
            yield return $"{reader.PlaceOf(nameof(First))} is {First}; pages are counted from 0 or 1.";
        if (new[] { Offset, Page, Cursor }.Any(string.IsNullOrEmpty))
            yield return $"{reader.Path} holds a parameter without a name; give one, or take the setting out.";
    }
}
