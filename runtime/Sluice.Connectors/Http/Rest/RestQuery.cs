namespace Sluice.Http.Rest;

/// <summary>The parameters behind the question mark, in the order of their declaration.</summary>
internal sealed class RestQuery
{
    // Only there because System.Uri normalizes absolute addresses; it never leaves this type.
    private static readonly Uri Anywhere = new("http://api");

    private readonly List<string> _pairs = [];

    /// <summary>Adds a parameter; null leaves it out.</summary>
    public void Add(string name, string? value)
    {
        if (value is not null)
            _pairs.Add(Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value));
    }

    /// <summary>
    /// Adds a list; null leaves it out. An empty one is an empty value, except one parameter per element.
    /// </summary>
    public void Add(string name, IEnumerable<string?>? values, CollectionFormat collection)
    {
        if (values is null)
            return;

        if (collection != CollectionFormat.Multi)
        {
            Add(name, string.Join(collection == CollectionFormat.Pipes ? '|' : ',', values));
            return;
        }

        foreach (var value in values)
            Add(name, value);
    }

    /// <summary>The relative address: base path, path and parameters.</summary>
    public Uri On(string basePath, string path)
    {
        var address = new UriBuilder(new Uri(Anywhere, (basePath == "/" ? "" : basePath) + path))
        {
            Query = string.Join('&', _pairs),
        };
        return new(address.Uri.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped), UriKind.Relative);
    }
}
