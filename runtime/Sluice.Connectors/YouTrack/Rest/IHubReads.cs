namespace Sluice.Connectors.YouTrack.Rest;

/// <summary>What is read of Hub.</summary>
internal interface IHubReads
{
    [Get("/api/rest/users")]
    Task<HttpResponseMessage> ListUsersAsync(
        [Query] string fields,
        [Query, AliasAs("$skip")] int skip,
        [Query, AliasAs("$top")] int top,
        CancellationToken token);

    [Get("/api/rest/users/{id}")]
    Task<HttpResponseMessage> GetUserAsync(string id, [Query] string fields, CancellationToken token);

    [Get("/api/rest/usergroups")]
    Task<HttpResponseMessage> ListUserGroupsAsync(
        [Query] string fields,
        [Query, AliasAs("$skip")] int skip,
        [Query, AliasAs("$top")] int top,
        CancellationToken token);

    [Get("/api/rest/usergroups/{id}")]
    Task<HttpResponseMessage> GetUserGroupAsync(string id, [Query] string fields, CancellationToken token);

    [Get("/api/rest/organizations")]
    Task<HttpResponseMessage> ListOrganizationsAsync(
        [Query] string fields,
        [Query, AliasAs("$skip")] int skip,
        [Query, AliasAs("$top")] int top,
        CancellationToken token);

    [Get("/api/rest/organizations/{id}")]
    Task<HttpResponseMessage> GetOrganizationAsync(string id, [Query] string fields, CancellationToken token);
}
