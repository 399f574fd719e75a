using System.Net;
using System.Text.Json.Nodes;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Writing;
using Sluice.Connectors.YouTrack.Issues;
using Sluice.Connectors.YouTrack.Organizations;
using Sluice.Connectors.YouTrack.Rest;

namespace Sluice.Connectors.YouTrack;

/// <summary>YouTrack and its Hub, to write to.</summary>
internal sealed class YouTrackWriteConnection : IWriteConnection
{
    public YouTrackWriteConnection(
        Exchange<YouTrackOptions> exchange, IHubWrites hub, IYouTrackWrites youTrack, IYouTrackReads look,
        NamedPaths named)
    {
        var options = exchange.Options;
        var fields = new FieldSelection(named, options.Dialect);
        var sends = new Sends(exchange);
        var users = fields.Of(YouTrackEntities.Users);
        var userGroups = fields.Of(YouTrackEntities.Usergroups);
        var projects = fields.Of(YouTrackEntities.Projects);
        var issues = fields.Of(YouTrackEntities.Issues);
        var workItems = fields.Of(YouTrackEntities.WorkItems);
        Sinks =
        [
            new EntitySink<HubUser>(
                YouTrackEntities.Users, sends,
                (body, token) => hub.CreateUserAsync(users, body, token),
                (key, body, token) => hub.UpdateUserAsync(key, users, body, token),
                RecordKey.IsSafe, request => RefuseCredentials(options, request))
            {
                Delete = Delete(options.UserSuccessor, hub.DeleteUserAsync),
            },
            new EntitySink<HubUserGroup>(
                YouTrackEntities.Usergroups, sends,
                (body, token) => hub.CreateUserGroupAsync(userGroups, body, token),
                (key, body, token) => hub.UpdateUserGroupAsync(key, userGroups, body, token),
                RecordKey.IsSafe)
            {
                Delete = Delete(options.UsergroupSuccessor, hub.DeleteUserGroupAsync),
            },
            Organizations(sends, options, hub, youTrack, fields.Of(YouTrackEntities.Organizations)),
            new EntitySink<Project>(
                YouTrackEntities.Projects, sends,
                (body, token) => youTrack.CreateProjectAsync(projects, body, token),
                (key, body, token) => youTrack.UpdateProjectAsync(key, projects, body, token),
                RecordKey.IsSafe)
            {
                Delete = youTrack.DeleteProjectAsync,
            },
            new EntitySink<Issue>(
                YouTrackEntities.Issues, sends,
                (body, token) => youTrack.CreateIssueAsync(issues, body, token),
                (key, body, token) => youTrack.UpdateIssueAsync(key, issues, body, token),
                RecordKey.IsSafe, IssueFields.Refuse)
            {
                Delete = youTrack.DeleteIssueAsync,
                LookBefore = new LastLook(
                    new(exchange), YouTrackEntities.Issues.Name, (key, token) => look.GetIssueAsync(key, issues, token),
                    IssueFields.AreStill).AtAsync,
            },
            new EntitySink<WorkItem>(
                YouTrackEntities.WorkItems, sends,
                (body, token) =>
                {
                    var (issue, rest) = NewWorkItem.Split(body);
                    return youTrack.CreateWorkItemAsync(issue, workItems, rest, token);
                },
                (key, body, token) =>
                {
                    var (issue, id) = RecordKey.TextPair(key);
                    return youTrack.UpdateWorkItemAsync(issue, id, workItems, body, token);
                },
                RecordKey.IsTextPair, NewWorkItem.Refuse)
            {
                Delete = (key, token) =>
                {
                    var (issue, id) = RecordKey.TextPair(key);
                    return youTrack.DeleteWorkItemAsync(issue, id, token);
                },
            },
        ];
    }

    public string System => YouTrackOptions.SystemName;

    public IReadOnlyList<ISink> Sinks { get; }

    private static EntitySink<HubOrganization> Organizations(
        Sends sends, YouTrackOptions options, IHubWrites hub, IYouTrackWrites youTrack, string fields)
    {
        var words = new OrganizationWords(options);
        var isHub = options.Dialect == YouTrackDialect.Hub;
        return new(
            YouTrackEntities.Organizations, sends,
            async (body, token) => OrRefused(isHub
                ? await hub.CreateOrganizationAsync(fields, body, token)
                : await youTrack.CreateOrganizationAsync(fields, body, token)),
            (key, body, token) => isHub
                ? hub.UpdateOrganizationAsync(key, fields, body, token)
                : youTrack.UpdateOrganizationAsync(key, fields, body, token),
            RecordKey.IsSafe,
            request => words.Refuse(
                ContractAttributes.Names<HubOnlyAttribute>(YouTrackEntities.Organizations.Type),
                [.. JsonNode.Parse(request.Body)!.AsObject().Select(member => member.Key)]))
        {
            // YouTrack's own interface has no parameter for an heir.
            Delete = isHub
                ? Delete(options.OrganizationSuccessor, hub.DeleteOrganizationAsync)
                : youTrack.DeleteOrganizationAsync,
        };

        // A record that is not there answers so too, but a new one is sent to where all of them are.
        HttpResponseMessage OrRefused(HttpResponseMessage answer)
        {
            if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone))
                return answer;

            using (answer)
                throw words.NoPlace((int)answer.StatusCode);
        }
    }

    // Hub gives what a deleted entry had to another one, and does not say what it does where none is named.
    private static Func<string, CancellationToken, Task<HttpResponseMessage>>? Delete(
        string? successor, Func<string, string, CancellationToken, Task<HttpResponseMessage>> delete) =>
        string.IsNullOrWhiteSpace(successor) ? null : (key, token) => delete(key, successor, token);

    private static string? RefuseCredentials(YouTrackOptions options, WriteRequest request) =>
        !options.AllowCredentialWrites
        && ContractAttributes.CredentialIn(JsonNode.Parse(request.Body), YouTrackEntities.Users.Type) is { } path
            ? $"{path} opens an account, and {options.Section}:{nameof(options.AllowCredentialWrites)} is off."
            : null;
}
