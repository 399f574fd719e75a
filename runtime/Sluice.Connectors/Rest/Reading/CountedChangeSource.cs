namespace Sluice.Connectors.Rest.Reading;

/// <summary>Reads one entity whose system can be asked for what changed, and for how many records there are.</summary>
internal sealed class CountedChangeSource<T>(RestSource<T> source) : ChangeSource<T>(source), ICountedSource
    where T : class
{
    private readonly RestSource<T> _source = source;

    public Task<bool> HasAsync(int records, CancellationToken token) => _source.HasAsync(records, token);
}
