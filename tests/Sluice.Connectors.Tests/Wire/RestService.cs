namespace Sluice.Http.Rest;

/// <summary>
/// Makes the clients that are generated in this assembly: the connectors' own one knows only theirs. Refit's, which
/// takes its place with <c>-p:UseRefit=true</c>, knows all.
/// </summary>
internal static partial class RestService
{
    public static partial T For<T>(HttpClient client, RefitSettings settings);
}
