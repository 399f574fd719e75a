namespace Sluice.Connectors.Rest.Settings;

/// <summary>
/// Where in an answer the records are, and how many there are. Paths are names with dots between them.
/// </summary>
internal sealed class EnvelopeOptions
{
    /// <summary>The list in a page; null where the page is the list.</summary>
    public string? Items { get; private set; }

    /// <summary>The record in an answer about one; null where the answer is the record.</summary>
    public string? Item { get; private set; }

    /// <summary>The number of all records, in a page.</summary>
    public string? Total { get; private set; }

    /// <summary>The header with the number of all records.</summary>
    public string? TotalHeader { get; private set; }

    public bool HasTotal => Total is not null || TotalHeader is not null;

    public IEnumerable<string> Read(SettingsReader reader)
    {
        reader.Text(nameof(Items), value => Items = Given.Of(value));
        reader.Text(nameof(Item), value => Item = Given.Of(value));
        reader.Text(nameof(Total), value => Total = Given.Of(value));
        reader.Text(nameof(TotalHeader), value => TotalHeader = Given.Of(value));
        reader.RefuseOthers();
        foreach (var problem in WrittenPath.Problems(
            reader, (nameof(Items), Items), (nameof(Item), Item), (nameof(Total), Total)))
            yield return problem;
        if (Total is not null && TotalHeader is not null)
            yield return $"{reader.PlaceOf(nameof(Total))} and {reader.PlaceOf(nameof(TotalHeader))} are both given: "
                + "the number of records stands in one place. Take one out.";
        if (Total is not null && Items is null)
            yield return $"{reader.PlaceOf(nameof(Total))} is '{Total}', but without {nameof(Items)} a page is a bare "
                + $"list, which holds no total. Give {nameof(Items)}, or {nameof(TotalHeader)} in its place.";
    }
}
