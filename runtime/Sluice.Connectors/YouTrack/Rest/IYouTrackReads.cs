namespace Sluice.Connectors.YouTrack.Rest;

/// <summary>What is read of YouTrack itself.</summary>
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

    [Get("/api/admin/projects")]
    Task<HttpResponseMessage> ListProjectsAsync(
        [Query] string fields,
        [Query, AliasAs("$skip")] int skip,
        [Query, AliasAs("$top")] int top,
        CancellationToken token);

    [Get("/api/admin/projects/{id}")]
    Task<HttpResponseMessage> GetProjectAsync(string id, [Query] string fields, CancellationToken token);

    [Get("/api/admin/organizations")]
    Task<HttpResponseMessage> ListOrganizationsAsync(
        [Query] string fields,
        [Query, AliasAs("$skip")] int skip,
        [Query, AliasAs("$top")] int top,
        CancellationToken token);

    [Get("/api/admin/organizations/{id}")]
    Task<HttpResponseMessage> GetOrganizationAsync(string id, [Query] string fields, CancellationToken token);

    [Get("/api/issues")]
    Task<HttpResponseMessage> ListIssuesAsync(
        [Query] string query,
        [Query] string fields,
        [Query, AliasAs("$skip")] int skip,
        [Query, AliasAs("$top")] int top,
        CancellationToken token);

    [Get("/api/issues/{id}")]
    Task<HttpResponseMessage> GetIssueAsync(string id, [Query] string fields, CancellationToken token);

    [Get("/api/workItems")]
    Task<HttpResponseMessage> ListWorkItemsAsync(
        [Query] string fields,
        [Query] long? updatedStart,
        [Query, AliasAs("$skip")] int skip,
        [Query, AliasAs("$top")] int top,
        CancellationToken token);

    [Get("/api/workItems/{id}")]
    Task<HttpResponseMessage> GetWorkItemAsync(string id, [Query] string fields, CancellationToken token);
}
