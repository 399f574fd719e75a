namespace Sluice.Connectors.YouTrack.Rest;

/// <summary>What is read of YouTrack itself. Versions before 2026.1 take no writes there.</summary>
internal interface IYouTrackReads
{
    [Get("/api/users/me")]
    Task<HttpResponseMessage> GetMeAsync([Query] string fields, CancellationToken token);

    [Get("/api/groups")]
    Task<HttpResponseMessage> ListGroupsAsync(
        [Query] string fields,
        [Query, AliasAs("$skip")] int skip,
        [Query, AliasAs("$top")] int top,
        CancellationToken token);

    [Get("/api/groups/{id}")]
    Task<HttpResponseMessage> GetGroupAsync(string id, [Query] string fields, CancellationToken token);
}
