namespace Sluice.Connectors.YouTrack.Rest;

/// <summary>
/// What is written to YouTrack itself. Creating and updating are both POST; what a body does not name stays as it is.
/// Users and groups are not among it: versions before 2026.1 take no writes of these here, and later ones take Hub's.
/// Organizations are here from 2026.1 on.
/// </summary>
internal interface IYouTrackWrites
{
    [Post("/api/admin/projects")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateProjectAsync(
        [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/api/admin/projects/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateProjectAsync(
        string id, [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/api/admin/projects/{id}")]
    Task<HttpResponseMessage> DeleteProjectAsync(string id, CancellationToken token);

    [Post("/api/admin/organizations")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateOrganizationAsync(
        [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/api/admin/organizations/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateOrganizationAsync(
        string id, [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/api/admin/organizations/{id}")]
    Task<HttpResponseMessage> DeleteOrganizationAsync(string id, CancellationToken token);

    [Post("/api/issues")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateIssueAsync(
        [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/api/issues/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateIssueAsync(
        string id, [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/api/issues/{id}")]
    Task<HttpResponseMessage> DeleteIssueAsync(string id, CancellationToken token);

    [Post("/api/issues/{issue}/timeTracking/workItems")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateWorkItemAsync(
        string issue, [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/api/issues/{issue}/timeTracking/workItems/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateWorkItemAsync(
        string issue, string id, [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/api/issues/{issue}/timeTracking/workItems/{id}")]
    Task<HttpResponseMessage> DeleteWorkItemAsync(string issue, string id, CancellationToken token);
}
