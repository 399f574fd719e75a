namespace Sluice.Connectors.YouTrack.Rest;

/// <summary>
/// What is written to Hub. Creating and updating are both POST; what a body does not name stays as it is.
/// </summary>
internal interface IHubWrites
{
    [Post("/api/rest/users")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateUserAsync(
        [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/api/rest/users/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateUserAsync(
        string id, [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/api/rest/usergroups")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateUserGroupAsync(
        [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/api/rest/usergroups/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateUserGroupAsync(
        string id, [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/api/rest/organizations")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateOrganizationAsync(
        [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/api/rest/organizations/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateOrganizationAsync(
        string id, [Query] string fields, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/api/rest/users/{id}")]
    Task<HttpResponseMessage> DeleteUserAsync(string id, [Query] string successor, CancellationToken token);

    [Delete("/api/rest/usergroups/{id}")]
    Task<HttpResponseMessage> DeleteUserGroupAsync(string id, [Query] string successor, CancellationToken token);

    [Delete("/api/rest/organizations/{id}")]
    Task<HttpResponseMessage> DeleteOrganizationAsync(string id, [Query] string successor, CancellationToken token);
}
